import { grouped } from '../../../seeds/grouped.js';
import type { Format } from '../../bench/table.js';
import type { Outcome } from './outcome.js';
import { type Measured, measured, recallAtTen, reciprocalRank } from './score.js';

/** Both measures, a table each: a row a task, a column a competitor. */
export function reportOf(outcomes: readonly Outcome[], format: Format): string {
  return [tableOf('Recall@10', outcomes, recallAtTen, format), tableOf('MRR', outcomes, reciprocalRank, format)].join('\n\n');
}

function tableOf(title: string, outcomes: readonly Outcome[], measure: (outcome: Outcome) => number, format: Format): string {
  const competitors = [...new Set(outcomes.map(({ competitor }) => competitor))];
  const rows = [...grouped(outcomes, ({ task }) => task)].map(([task, ofTask]) => {
    const by = grouped(ofTask, ({ competitor }) => competitor);
    const cells = competitors.map((competitor) => shown(measured((by.get(competitor) ?? []).map(measure))));
    return [task, String(by.get(competitors[0] ?? '')?.length ?? 0), ...cells];
  });
  return `${title}\n\n${format(['what is asked', 'questions', ...competitors], rows)}`;
}

const shown = ({ mean, least, most }: Measured) => `${percent(mean)} (${percent(least)}–${percent(most)})`;

const percent = (share: number) => (100 * share).toFixed(1);
