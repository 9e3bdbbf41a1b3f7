import { SetupError } from '../../src/neo4j/setupError.js';
import { BadArgument, readArguments } from './arguments.js';
import { bench } from './bench.js';
import { Closing } from './closing.js';
import { comparisonOf } from './comparison.js';
import { matchBench } from './match/bench.js';
import { reportOf } from './report.js';
import { type Result, readResult, writeResult } from './result.js';
import { asMarkdown, asText } from './table.js';
import { targetsOf } from './targets.js';

/** `npm run bench`, and of the field match alone `npm run bench -- match`: the figures go to standard output, how far it is to standard error. */
async function main(): Promise<void> {
  const [first, ...others] = process.argv.slice(2);
  const closing = new Closing();
  try {
    if (first === 'match') return console.log(await matchBench(others, closing, console.error));
    const given = readArguments(process.argv.slice(2));
    const earlier = given.compare === undefined ? undefined : await readResult(given.compare);
    const result = await bench(given, closing, console.error);
    console.error(`The figures are in ${await writeResult(result)}.`);
    if (given.json) console.log(JSON.stringify({ ...result, targets: targetsOf(result) }, null, 2));
    else show(result, earlier, given.markdown);
  } finally {
    await closing.end();
  }
}

function show(result: Result, earlier: Result | undefined, markdown: boolean): void {
  const format = markdown ? asMarkdown : asText;
  console.log(`\n${reportOf(result, format)}`);
  if (earlier) console.log(`\n${comparisonOf(earlier, result, format)}`);
}

main().catch((error: unknown) => {
  const meant = error instanceof BadArgument || error instanceof SetupError;
  console.error(meant ? `\n${error.message}` : error);
  process.exitCode = 1;
});
