import { writeFile } from 'node:fs/promises';
import { SetupError } from '../../src/neo4j/setupError.js';
import { asMarkdown, asText } from '../bench/table.js';
import { BadArgument, chosen, readArguments } from './arguments.js';
import type { EvalSet } from './ask.js';
import { runsOf } from './asking.js';
import type { Catalogue, Known } from './catalogue.js';
import { evalDatabase } from './database.js';
import { isForLearning, learnWeights } from './fit.js';
import { readingReport } from './readingScore.js';
import { reportOf } from './report.js';
import { readingSets } from './sets/readings.js';
import { evaluation } from './sets.js';

const report = (line: string) => console.error(line);

/** `npm run eval:names`: the figures go to standard output, how far it is to standard error. */
async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  const format = given.markdown ? asMarkdown : asText;
  report('Making the sets.');
  const all = evaluation();
  const names = chosen([...all.sets.map(({ name }) => name), readings], given.sets);
  for (const line of all.missing) report(line);
  const sets = all.sets.filter(({ name }) => names.includes(name));
  if (given.fit) return learnFrom(sets, all.hidden, given.size);
  const runs = await runsOf(sets.map(unlearnt), all.hidden, given.size, report);
  if (given.json !== undefined) await writeFile(given.json, JSON.stringify(runs, null, 1));
  if (runs.length > 0) console.log(`\n${reportOf(runs, format, knownIn(all.catalogue))}`);
  if (names.includes(readings)) console.log(`\n${readingReport(readingSets(all.catalogue, given.size), format)}`);
}

/** Reported are only names that nothing was learnt from. */
const unlearnt = (set: EvalSet): EvalSet => (set.graph === 'default' ? set : { ...set, asks: set.asks.filter((ask) => !isForLearning(ask)) });

async function learnFrom(sets: readonly EvalSet[], hidden: Parameters<typeof evalDatabase>[1], size: number): Promise<void> {
  const database = await evalDatabase('hidden', hidden, report);
  try {
    await learnWeights(
      sets.filter(({ graph }) => graph === 'hidden'),
      size,
      database,
      report,
    );
  } finally {
    await database.stop();
  }
}

const readings = 'readings';

function knownIn({ things }: Catalogue): (id: string) => Known | undefined {
  const known = new Map(things.map((thing) => [thing.id, thing]));
  return (id) => known.get(id);
}

main().catch((error: unknown) => {
  const meant = error instanceof BadArgument || error instanceof SetupError;
  console.error(meant ? `\n${error.message}` : error);
  process.exitCode = 1;
});
