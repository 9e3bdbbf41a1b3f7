import type { Known } from './catalogue.js';
import type { Outcome } from './run.js';
import { isAsWanted, isMatched, isRightFirst } from './score.js';

const confidenceOf = ({ resolution }: Outcome) => resolution.candidates[0]?.confidence ?? 0;

/** What came out wrong, the worst first: MATCHED to something else, then something else first, each by its confidence. */
export function worstOf(outcomes: readonly Outcome[], count: number): readonly Outcome[] {
  const wrong = outcomes.filter((outcome) => !isAsWanted(outcome) && !isRightFirst(outcome) && outcome.resolution.candidates.length > 0);
  const weight = (outcome: Outcome) => confidenceOf(outcome) + (isMatched(outcome) ? 1 : 0);
  return wrong.toSorted((one, other) => weight(other) - weight(one)).slice(0, count);
}

/** `input -> got (confidence, rules), wanted …` in names that a reader knows. */
export function lineOf({ ask, resolution }: Outcome, known: (id: string) => Known | undefined): string {
  const [got] = resolution.candidates;
  const asked = [ask.text, ask.year, ask.artist && `by ${ask.artist}`].filter((part) => part !== undefined).join(', ');
  const answer = got
    ? `${titled(got.node.id, known)} by ${got.matchedName.text} (${got.confidence.toFixed(2)}, ${got.rules.join(' ') || 'no rule'})`
    : 'nothing';
  return `${asked} -> ${resolution.status} ${answer}, wanted ${wantedOf(ask, known)}`;
}

function wantedOf({ truth, ambiguous }: Outcome['ask'], known: (id: string) => Known | undefined): string {
  if (ambiguous) return 'AMBIGUOUS';
  return truth === null ? 'nothing: it is not in the graph' : titled(truth, known);
}

function titled(id: string, known: (id: string) => Known | undefined): string {
  const thing = known(id);
  const title = thing?.names.find(({ kind }) => kind === 'OFFICIAL') ?? thing?.names[0];
  const qualities = [thing?.fields['format'] ?? thing?.fields['medium'], thing?.year].filter((each) => each != null);
  return title ? [title.text, qualities.length > 0 ? `[${qualities.join(' ')}]` : ''].join(' ').trim() : id;
}
