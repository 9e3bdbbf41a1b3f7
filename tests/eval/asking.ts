import type { Statements } from '../../seeds/statements.js';
import { Closing } from '../bench/closing.js';
import { startPeer } from '../bench/peer.js';
import type { EvalSet, Graph } from './ask.js';
import { evalDatabase } from './database.js';
import { bothRuns, type Run, warmUp } from './run.js';

type Report = (line: string) => void;

/** Asks all sets, those of one graph after those of the other: each on a database and a server of its own. */
export async function runsOf(sets: readonly EvalSet[], hidden: readonly Statements[], size: number, report: Report): Promise<readonly Run[]> {
  const closing = new Closing();
  const runs: Run[] = [];
  try {
    for (const graph of ['default', 'hidden'] as const) {
      const ofGraph = sets.filter((set) => set.graph === graph);
      if (ofGraph.length > 0)
        await onServer(graph, hidden, closing, report, async (origin) => void runs.push(...(await asked(ofGraph, size, origin, report))));
    }
    return runs;
  } finally {
    await closing.end();
  }
}

/** Both are ended afterwards, so that one graph's take nothing from the other's. */
async function onServer(graph: Graph, hidden: readonly Statements[], closing: Closing, report: Report, use: (origin: string) => Promise<void>) {
  const database = await evalDatabase(graph, hidden, report);
  await closing.add(database.stop);
  const { uri, user, password, database: name } = database;
  const server = await startPeer('musubi', { uri, user, password, database: name });
  await closing.add(server.stop);
  await use(server.origin);
  await server.stop();
  await database.stop();
}

async function asked(sets: readonly EvalSet[], size: number, origin: string, report: Report): Promise<readonly Run[]> {
  const runs: Run[] = [];
  await warmUp(sets, origin);
  for (const set of sets) {
    report(`Asking ${set.name}.`);
    runs.push(...(await bothRuns(set, size, origin)));
  }
  return runs;
}
