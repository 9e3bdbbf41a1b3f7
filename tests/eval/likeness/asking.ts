import type { Embedded, Extension } from '../../../src/neo4j/embedded.js';
import type { Closing } from '../../bench/closing.js';
import { startPeer } from '../../bench/peer.js';
import { sample } from '../chance.js';
import { bestKnown, type Competitor, plain } from './competitor.js';
import { copiedGraph, using } from './database.js';
import { dataScience } from './dataScience.js';
import { type Holdout, hideIn, kinds } from './holdout.js';
import { type Outcome, outcomesOf } from './outcome.js';
import { readPlainGraph } from './plainGraph.js';
import { plainRankings } from './plainRankings.js';
import { product } from './product.js';
import { tasksOf } from './tasks.js';

interface Asking {
  /** How many questions of a task are asked at most. */
  readonly size: number;
  /** Graph Data Science, where it is there. */
  readonly science: Extension | undefined;
  readonly closing: Closing;
  readonly report: (line: string) => void;
}

/** Hides some facts in a copy of the graph, and puts the same questions on what remains to all competitors. */
export async function asked(holdout: Holdout, { size, science, closing, report }: Asking): Promise<readonly Outcome[]> {
  report(`Hiding ${kinds.map((kind) => `${holdout.hidden[kind].length} ${kind}`).join(', ')}.`);
  const database = await copiedGraph(science, report);
  await closing.add(database.stop);
  const { uri, user, password, database: name } = database;
  await using(database, (driver) => hideIn(driver, name, holdout));
  const server = await startPeer('musubi', { uri, user, password, database: name });
  await closing.add(server.stop);
  const outcomes = await competing(database, server.origin, science !== undefined, (competitors) => questioned(holdout, competitors, size, report));
  await server.stop();
  await database.stop();
  return outcomes;
}

/** Ours, then the plain ones, then those of Graph Data Science where it is there. */
async function competing<Result>(
  database: Embedded,
  origin: string,
  withScience: boolean,
  use: (competitors: readonly Competitor[]) => Promise<Result>,
): Promise<Result> {
  return using(database, async (driver) => {
    const graph = await readPlainGraph(driver, database.database);
    return use([
      product(origin),
      bestKnown(graph),
      ...Object.entries(plainRankings).map(([name, ranking]) => plain(name, ranking, graph)),
      ...(withScience ? await dataScience(driver, database.database, graph) : []),
    ]);
  });
}

async function questioned(holdout: Holdout, competitors: readonly Competitor[], size: number, report: Asking['report']): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const task of tasksOf(holdout)) {
    const questions = sample(task.questions, size, task.name, ({ of }) => of);
    for (const competitor of competitors) {
      const start = performance.now();
      outcomes.push(...(await outcomesOf(task, questions, competitor)));
      report(`${task.name}, ${competitor.name}: ${questions.length} questions, ${((performance.now() - start) / 1000).toFixed(1)} s.`);
    }
  }
  return outcomes;
}
