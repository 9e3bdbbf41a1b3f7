import type { Embedded, Extension } from '../../../src/neo4j/embedded.js';
import type { Closing } from '../../bench/closing.js';
import { startPeer } from '../../bench/peer.js';
import { sample } from '../chance.js';
import { bestKnown, type Competitor, plain } from './competitor.js';
import { copiedGraph, using } from './database.js';
import { dataScience } from './dataScience.js';
import { type Holdout, hideIn } from './holdout.js';
import { type Outcome, outcomesOf } from './outcome.js';
import { readPlainGraph } from './plainGraph.js';
import { plainRankings } from './plainRankings.js';
import { product } from './product.js';
import { tasksOf } from './tasks.js';

type Report = (line: string) => void;

/** Hides some facts in a copy of the graph, and puts the same questions on what remains to all competitors. */
export async function asked(
  hidden: Holdout,
  tenth: number,
  size: number,
  science: Extension | undefined,
  closing: Closing,
  report: Report,
): Promise<readonly Outcome[]> {
  report(
    `Tenth ${tenth}: hiding ${Object.entries(hidden.hidden)
      .map(([kind, pairs]) => `${pairs.length} ${kind}`)
      .join(', ')}.`,
  );
  const database = await copiedGraph(science, report);
  await closing.add(database.stop);
  const { uri, user, password, database: name } = database;
  await using(database, (driver) => hideIn(driver, name, hidden));
  const server = await startPeer('musubi', { uri, user, password, database: name });
  await closing.add(server.stop);
  const outcomes: Outcome[] = [];
  await competing(database, server.origin, science !== undefined, async (competitors) => {
    for (const task of tasksOf(hidden)) {
      const questions = sample(task.questions, size, task.name, ({ of }) => of);
      for (const competitor of competitors) {
        const start = performance.now();
        outcomes.push(...(await outcomesOf(task, questions, competitor)));
        const seconds = (performance.now() - start) / 1000;
        report(`Tenth ${tenth}, ${task.name}, ${competitor.name}: ${questions.length} questions, ${seconds.toFixed(1)} s.`);
      }
    }
  });
  await server.stop();
  await database.stop();
  return outcomes;
}

/** Ours, then the plain ones, then those of Graph Data Science where it is there. */
async function competing(
  database: Embedded,
  origin: string,
  withScience: boolean,
  use: (competitors: readonly Competitor[]) => Promise<void>,
): Promise<void> {
  await using(database, async (driver) => {
    const graph = await readPlainGraph(driver, database.database);
    await use([
      product(origin),
      bestKnown(graph),
      ...Object.entries(plainRankings).map(([name, ranking]) => plain(name, ranking, graph)),
      ...(withScience ? await dataScience(driver, database.database) : []),
    ]);
  });
}
