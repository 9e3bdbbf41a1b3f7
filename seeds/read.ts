import { readDry } from './reading/dryRun.js';
import { sourceNamed } from './sources/all.js';

/** `npm run read -- <source> <path>`: reads and checks a source without a graph; says what it tells of, and every mistake with its place. */
const shown = 50;
const [key = '', path = ''] = process.argv.slice(2);
try {
  const source = sourceNamed(key);
  const { title, licence } = await source.describe(path);
  const { read, rejected, things, facts } = await readDry(source, path);
  console.log(`${title} (${licence}): ${read.toLocaleString('en')} rows read, ${rejected.length.toLocaleString('en')} of them rejected.`);
  for (const [kind, count] of [...things, ...facts]) console.log(`${kind} ${count.toLocaleString('en')}`);
  for (const each of rejected.slice(0, shown)) console.error(each);
  if (rejected.length > shown) console.error(`and ${(rejected.length - shown).toLocaleString('en')} more.`);
  process.exitCode = rejected.length > 0 ? 2 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
