import { atLeast, atMost, type Target } from '../targets.js';
import type { Cell } from './measure.js';

/** What one run tells. */
export interface Figures {
  readonly cells: readonly Cell[];
  /** Seconds from the first question to its answer. */
  readonly first: number;
  /** The share of the right answers. */
  readonly exactness: number;
  /** Pages a second. */
  readonly reading: number;
  /** Bytes. */
  readonly postings: number;
  /** ms until a change is shown. */
  readonly change: number;
}

const megabyte = 1e6;
const songWorkloads = ['text, songs', 'text, songs, ids only', 'terms, songs', 'terms, songs, ids only'];

/** What was promised, and what is hoped for. */
export function targetsOf({ cells, first, exactness, reading, postings, change }: Figures): readonly (readonly [Target, hoped: Target])[] {
  const rate = (workload: string, slowest: number) => {
    const quick = cells.filter((cell) => cell.workload === workload && cell.p99 < slowest);
    return Math.max(0, ...quick.map((cell) => cell.rate));
  };
  const rates = (workload: string, hoped: number, hopedSlowest: number) =>
    [
      atLeast(`${workload}: answers/s with p99 < 20 ms`, 1_000, rate(workload, 20)),
      atLeast(`${workload}: answers/s with p99 < ${hopedSlowest} ms`, hoped, rate(workload, hopedSlowest)),
    ] as const;
  const name = 'exactness: share of the best 20';
  return [
    both(atMost, 'the first answer, s', 30, 2, first),
    ...['text, campaigns', 'text, campaigns, ids only'].map((workload) => rates(workload, 5_000, 10)),
    ...songWorkloads.map((workload) => rates(workload, 2_500, 20)),
    both(atLeast, name, 0.8, 1, exactness),
    both(atLeast, 'text to terms on one core, pages/s', 20_000, 50_000, reading),
    both(atMost, 'what songs express, MB', 100, 60, postings / megabyte),
    both(atMost, 'a change is shown, s', 5, 1, change / 1000),
  ];
}

const both = (way: typeof atLeast, name: string, aim: number, hoped: number, figure: number) =>
  [way(name, aim, figure), way(name, hoped, figure)] as const;
