import { load } from '../load.js';
import type { Peer } from '../peer.js';
import { median, quantile } from '../statistics.js';
import type { Workload } from './questions.js';

/** A workload at a concurrency: medians of the repetitions. */
export interface Cell {
  readonly workload: string;
  readonly concurrency: number;
  /** Answers a second. */
  readonly rate: number;
  /** ms. */
  readonly p50: number;
  readonly p99: number;
  /** µs of the server's processor time for one answer. */
  readonly node: number;
}

export const concurrencies = [1, 8, 16] as const;
const warmUpSeconds = 2;

export interface Pace {
  readonly seconds: number;
  readonly repetitions: number;
}

/** Each question in turn, so that all are asked alike often. */
export async function measure(peer: Peer, workload: Workload, pace: Pace): Promise<readonly Cell[]> {
  const next = inTurn(workload);
  await load(peer.origin, next, 16, warmUpSeconds);
  const cells: Cell[] = [];
  for (const concurrency of concurrencies) cells.push(await cellOf(peer, workload, next, concurrency, pace));
  return cells;
}

function inTurn({ questions }: Workload) {
  let asked = 0;
  return () => {
    const question = questions[asked % questions.length];
    if (!question) throw new Error('A workload must have a question, but this one has none.');
    asked += 1;
    return question;
  };
}

async function cellOf(peer: Peer, { name }: Workload, next: ReturnType<typeof inTurn>, concurrency: number, pace: Pace): Promise<Cell> {
  const samples: Omit<Cell, 'workload' | 'concurrency'>[] = [];
  while (samples.length < pace.repetitions) {
    const before = await peer.usage();
    const { answers, seconds, latencies } = await load(peer.origin, next, concurrency, pace.seconds);
    const node = ((await peer.usage()).cpu - before.cpu) / answers;
    samples.push({ rate: answers / seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), node });
  }
  const middle = (figure: 'rate' | 'p50' | 'p99' | 'node') => median(samples.map((sample) => sample[figure]));
  return { workload: name, concurrency, rate: middle('rate'), p50: middle('p50'), p99: middle('p99'), node: middle('node') };
}
