import { peerTitles } from './peer.js';
import type { Result } from './result.js';
import type { Format, Rows } from './table.js';
import { targetsOf } from './targets.js';

/** All that a run tells, as tables. */
export function reportOf(result: Result, format: Format): string {
  const parts = [
    `${machineLine(result)}`,
    ...concurrenciesOf(result).map((concurrency) => `Concurrency ${concurrency}\n\n${format(cellHead, cellRows(result, concurrency))}`),
    `Targets\n\n${format(['target', 'aim', 'figure', 'reached'], targetRows(result))}`,
    `Memory, MiB at most\n\n${format(['process', 'MiB'], memoryRows(result))}`,
    `A document never seen, ms\n\n${format(['way', 'p50', 'p99'], firstTimeRows(result))}`,
    growthPart(result, format),
    manyDocumentsLine(result),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function machineLine({ date, machine }: Result): string {
  const memory = `${(machine.memory / 2 ** 30).toFixed(0)} GiB`;
  return `${date}: ${machine.processor}, ${machine.cores} cores, ${memory}, ${machine.system}, Node ${machine.node}, ${machine.java}, Neo4j ${machine.neo4j}`;
}

const concurrenciesOf = ({ cells }: Result) => [...new Set(cells.map(({ concurrency }) => concurrency))];

const cellHead = ['operation', 'way', 'requests/s', 'p50 ms', 'p99 ms', 'against raw', 'least–most', 'µs Node', 'µs Java'];

function cellRows({ cells }: Result, concurrency: number): Rows {
  return cells
    .filter((cell) => cell.concurrency === concurrency)
    .map(({ workload, peer, rate, p50, p99, ratio, node, java }) => [
      workload,
      peerTitles[peer],
      rate.toFixed(0),
      p50.toFixed(2),
      p99.toFixed(1),
      ratio ? ratio.median.toFixed(2) : '',
      ratio ? `${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)}` : '',
      node.toFixed(0),
      java === null ? '' : java.toFixed(0),
    ]);
}

const yes = (reached: boolean | null) => (reached === null ? '' : reached ? 'yes' : 'no');

function targetRows(result: Result): Rows {
  return targetsOf(result).map(({ name, aim, figure, reached }) => [name, aim, figure === null ? 'not measured' : figure.toFixed(2), yes(reached)]);
}

const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

function memoryRows({ memory }: Result): Rows {
  const java = memory.java === null ? [] : [["Neo4j's JVM", mebibytes(memory.java)]];
  return [...memory.node.map(({ peer, peak }) => [peerTitles[peer], mebibytes(peak)]), ...java];
}

function firstTimeRows({ firstTime }: Result): Rows {
  return firstTime.map(({ peer, p50, p99 }) => [peerTitles[peer], p50.toFixed(2), p99.toFixed(1)]);
}

function growthPart(result: Result, format: Format): string {
  if (result.growth.length === 0) return '';
  return `Growth, p50 at concurrency 1, ms\n\n${format(['operation', 'way', 'S', 'L', 'L/S'], growthRows(result))}`;
}

function growthRows({ growth }: Result): Rows {
  return growth.map(({ workload, peer, small, large }) => [
    workload,
    peerTitles[peer],
    small.toFixed(2),
    large.toFixed(2),
    (large / small).toFixed(2),
  ]);
}

function manyDocumentsLine({ manyDocuments }: Result): string {
  if (!manyDocuments) return '';
  const { workload, documents, rate, before, after } = manyDocuments;
  return `After ${documents} different documents (${rate.toFixed(0)}/s): ${workload} p50 ${before.p50.toFixed(2)} -> ${after.p50.toFixed(2)} ms alone, ${before.rate.toFixed(0)} -> ${after.rate.toFixed(0)} requests/s at 16.`;
}
