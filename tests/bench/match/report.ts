import type { Format } from '../table.js';
import { concurrencies } from './measure.js';
import { type Figures, targetsOf } from './targets.js';

/** Bytes of what is not promised. */
export interface Sizes {
  readonly records: number;
  readonly campaigns: number;
  readonly peak: number;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
const yes = (reached: boolean | null) => (reached ? 'yes' : 'no');

/** All that a run tells, as tables. */
export function reportOf(figures: Figures, { records, campaigns, peak }: Sizes, format: Format): string {
  const cells = concurrencies.flatMap((concurrency) => figures.cells.filter((cell) => cell.concurrency === concurrency));
  const targets = targetsOf(figures).map(([target, hoped]) => [
    target.name,
    target.aim,
    (target.figure ?? 0).toFixed(2),
    yes(target.reached),
    hoped.aim,
    yes(hoped.reached),
  ]);
  return [
    format(
      ['questions', 'at once', 'answers/s', 'p50 ms', 'p99 ms', 'µs Node'],
      cells.map(({ workload, concurrency, rate, p50, p99, node }) => [
        workload,
        String(concurrency),
        rate.toFixed(0),
        p50.toFixed(2),
        p99.toFixed(1),
        node.toFixed(0),
      ]),
    ),
    format(['target', 'aim', 'figure', 'reached', 'hoped for', 'reached'], targets),
    format(
      ['in memory', 'MB'],
      [
        ['what songs express', megabytes(figures.postings)],
        ["songs' plain fields", megabytes(records)],
        ['campaigns, both', megabytes(campaigns)],
        ["the server's process at most", megabytes(peak)],
      ],
    ),
  ].join('\n\n');
}
