import { writeFile } from 'node:fs/promises';
import { SetupError } from '../../../src/neo4j/setupError.js';
import { Closing } from '../../bench/closing.js';
import { asMarkdown, asText } from '../../bench/table.js';
import { BadArgument } from '../arguments.js';
import { readArguments } from './arguments.js';
import { asked } from './asking.js';
import { withWholeGraph } from './database.js';
import { factsIn, holdout, nothingHidden } from './holdout.js';
import type { Outcome } from './outcome.js';
import { reportOf } from './report.js';
import { graphDataScience } from './science.js';
import { tasksOf } from './tasks.js';

const report = (line: string) => console.error(line);

/** `npm run eval:likeness`: the figures go to standard output, how far it is to standard error. */
async function main(): Promise<void> {
  const { size, seed, tenths, json, markdown } = readArguments(process.argv.slice(2));
  const closing = new Closing();
  const outcomes: Outcome[] = [];
  try {
    const facts = await withWholeGraph(report, factsIn);
    const science = await graphDataScience(report);
    for (const tenth of tenths) {
      report(`Tenth ${tenth}.`);
      outcomes.push(...(await asked(holdout(facts, seed, tenth), { size, science, closing, report })));
    }
  } finally {
    await closing.end();
  }
  if (json !== undefined) await writeFile(json, JSON.stringify(outcomes));
  console.log(`\nSeed ${seed}; of the facts of each kind tenth ${tenths.join(', ')} is hidden, each in a graph of its own.`);
  console.log(
    `\n${tasksOf(nothingHidden)
      .map(({ name, told }) => `- ${name}: ${told}`)
      .join('\n')}`,
  );
  console.log(`\n${reportOf(outcomes, markdown ? asMarkdown : asText)}`);
}

main().catch((error: unknown) => {
  const meant = error instanceof BadArgument || error instanceof SetupError;
  console.error(meant ? `\n${error.message}` : error);
  process.exitCode = 1;
});
