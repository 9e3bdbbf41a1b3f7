import type { Format, Rows } from '../bench/table.js';
import { calibrationError, calibrationOf } from './calibration.js';
import type { Known } from './catalogue.js';
import { lineOf, worstOf } from './errors.js';
import type { Outcome, Run } from './run.js';
import { scoreOf } from './score.js';

/** All that the runs tell, as tables and lists. */
export function reportOf(runs: readonly Run[], format: Format, known: (id: string) => Known | undefined): string {
  return [
    format(scoreHead, runs.flatMap(scoreRows)),
    rateLine(runs),
    `Calibration: mean confidence of the first candidates, share of them that is right, how many they are\n\n${format(binHead, runs.map(binRow))}`,
    ...runs.flatMap((run) => worstPart(run, known)),
  ].join('\n\n');
}

function rateLine(runs: readonly Run[]): string {
  const [names, seconds] = [runs.reduce((sum, { outcomes }) => sum + outcomes.length, 0), runs.reduce((sum, run) => sum + run.seconds, 0)];
  return `${names} names in ${seconds.toFixed(1)} s, one batch of 200 after the other: ${(names / seconds).toFixed(0)} names/s.`;
}

const nameOf = ({ set, withYear }: Run) => (withYear ? `${set}, year given` : set);

const scoreHead = [
  'set',
  'names',
  'precision',
  'recall',
  'right first',
  'among 5',
  'AMBIGUOUS',
  'NOT_FOUND',
  'MATCHED right',
  'MATCHED wrong',
  'ECE',
  'names/s',
];

/** A set as a whole, then by its languages or forms. */
function scoreRows(run: Run): Rows {
  const languages = new Set(run.outcomes.flatMap(({ ask }) => ask.language ?? []));
  const parts = [...languages].map((language) => ({ language, outcomes: run.outcomes.filter(({ ask }) => ask.language === language) }));
  parts.sort((one, other) => other.outcomes.length - one.outcomes.length);
  const rate = (run.outcomes.length / run.seconds).toFixed(0);
  return [scoreRow(nameOf(run), run.outcomes, rate), ...parts.map(({ language, outcomes }) => scoreRow(`  ${language}`, outcomes, ''))];
}

function scoreRow(name: string, outcomes: readonly Outcome[], rate: string): readonly string[] {
  const score = scoreOf(outcomes);
  const shares = [
    score.precision,
    score.recall,
    score.first,
    score.amongFive,
    score.ambiguous,
    score.notFound,
    score.matchedRight,
    score.matchedWrong,
  ];
  const error = calibrationError(calibrationOf(outcomes));
  return [name, String(score.names), ...shares.map(percent), error === null ? '' : error.toFixed(3), rate];
}

const percent = (share: number | null) => (share === null ? '' : (100 * share).toFixed(1));

const binHead = ['set', ...Array.from({ length: 10 }, (_, bin) => `${(bin / 10).toFixed(1)}–${((bin + 1) / 10).toFixed(1)}`)];

const binRow = (run: Run) => [
  nameOf(run),
  ...calibrationOf(run.outcomes).map(({ count, confidence, right }) =>
    count === 0 ? '' : `${confidence.toFixed(2)} ${right.toFixed(2)} (${count})`,
  ),
];

function worstPart(run: Run, known: (id: string) => Known | undefined): readonly string[] {
  const worst = worstOf(run.outcomes, 20);
  return worst.length === 0 ? [] : [`Worst of ${nameOf(run)}\n\n${worst.map((outcome) => `- ${lineOf(outcome, known)}`).join('\n')}`];
}
