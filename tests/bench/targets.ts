import type { Cell } from './measure.js';
import type { PeerName } from './peer.js';
import type { Result } from './result.js';
import { mixName } from './workload.js';

/** A promise of the design with what came of it. */
export interface Target {
  readonly name: string;
  readonly aim: string;
  /** Null where it was not measured. */
  readonly figure: number | null;
  readonly reached: boolean | null;
}

type CellOf = (peer: PeerName, workload: string, concurrency: number) => Cell | undefined;

const mebibyte = 2 ** 20;

export function targetsOf(result: Result): readonly Target[] {
  const cellOf: CellOf = (peer, workload, concurrency) =>
    result.cells.find((cell) => cell.peer === peer && cell.workload === workload && cell.concurrency === concurrency);
  return [...againstRaw(cellOf), ...againstLibrary(cellOf, result), ...latencies(cellOf), ...firstTimes(result), ...growths(result), memory(result)];
}

const rawAims = [
  ['Q1', 16, 1.8],
  ['Q2', 16, 1.4],
  ['Q3', 16, 1.5],
  ['Q5', 16, 1.4],
  ['Q1', 64, 3.5],
  ['Q4', 16, 1],
  ['Q8', 16, 1],
  [mixName, 16, 1],
] as const;

function againstRaw(cellOf: CellOf): readonly Target[] {
  return rawAims.map(([workload, concurrency, aim]) =>
    atLeast(`${workload} at ${concurrency}: requests/s against raw`, aim, cellOf('musubi', workload, concurrency)?.ratio?.median),
  );
}

function againstLibrary(cellOf: CellOf, { cells }: Result): readonly Target[] {
  const workloads = [...new Set(cells.map(({ workload }) => workload))];
  return workloads.map((workload) => {
    const [ours, theirs] = [cellOf('musubi', workload, 16), cellOf('neo4jGraphql', workload, 16)];
    return atLeast(`${workload} at 16: requests/s against @neo4j/graphql`, 4, quotient(ours?.rate, theirs?.rate));
  });
}

function latencies(cellOf: CellOf): readonly Target[] {
  return [
    atMost('Q1 at 1: p50 against raw', 1.15, quotient(cellOf('musubi', 'Q1', 1)?.p50, cellOf('raw', 'Q1', 1)?.p50)),
    atMost('the mix at 64: p99 against raw', 1, quotient(cellOf('musubi', mixName, 64)?.p99, cellOf('raw', mixName, 64)?.p99)),
  ];
}

function firstTimes({ firstTime }: Result): readonly Target[] {
  const of = (peer: PeerName) => firstTime.find((each) => each.peer === peer);
  return (['neo4jGraphql', 'raw'] as const).flatMap((other) =>
    (['p50', 'p99'] as const).map((figure) =>
      atMost(`a document never seen: ${figure} against ${other}`, 1 / 3, quotient(of('musubi')?.[figure], of(other)?.[figure])),
    ),
  );
}

function growths({ growth }: Result): readonly Target[] {
  const ours = growth.filter(({ peer }) => peer === 'musubi');
  return ours.map(({ workload, small, large }) => atMost(`${workload} at 1: p50 on L against S`, 1.3, large / small));
}

function memory({ memory: { node } }: Result): Target {
  const peak = node.find(({ peer }) => peer === 'musubi')?.peak;
  return atMost("MiB of Node's memory, at most", 200, peak === undefined ? undefined : peak / mebibyte);
}

function quotient(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || !other ? undefined : one / other;
}

/** Undefined where it was not measured. */
export function atLeast(name: string, aim: number, figure: number | undefined): Target {
  return { name, aim: `≥ ${round(aim)}`, figure: figure ?? null, reached: figure === undefined ? null : figure >= aim };
}

export function atMost(name: string, aim: number, figure: number | undefined): Target {
  return { name, aim: `≤ ${round(aim)}`, figure: figure ?? null, reached: figure === undefined ? null : figure <= aim };
}

const round = (aim: number) => Number(aim.toFixed(2));
