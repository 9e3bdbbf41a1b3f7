import { peerTitles } from './peer.js';
import type { Result } from './result.js';
import type { Format, Rows } from './table.js';

const head = ['operation', 'way', 'concurrency', 'requests/s then', 'now', 'now/then', 'p99 then', 'now', 'now/then'];

/** Two runs side by side. Their machines must be alike for the quotients to mean anything, so both are told. */
export function comparisonOf(then: Result, now: Result, format: Format): string {
  const machines = [then, now].map(
    ({ date, machine }) => `${date}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}, Neo4j ${machine.neo4j}`,
  );
  return `Against an earlier run\n\n${machines.join('\n')}\n\n${format(head, rowsOf(then, now))}`;
}

function rowsOf(then: Result, now: Result): Rows {
  return now.cells.flatMap((cell) => {
    const { peer, workload, concurrency } = cell;
    const earlier = then.cells.find((other) => other.peer === peer && other.workload === workload && other.concurrency === concurrency);
    if (!earlier) return [];
    return [[workload, peerTitles[peer], String(concurrency), ...pair(earlier.rate, cell.rate, 0), ...pair(earlier.p99, cell.p99, 1)]];
  });
}

const pair = (then: number, now: number, digits: number) => [then.toFixed(digits), now.toFixed(digits), (now / then).toFixed(2)];
