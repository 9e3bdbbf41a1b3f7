import { writeFileSync } from 'node:fs';
import { link } from './linking.js';
import { evaluation } from './sets.js';

/** `tsx tests/eval/dump.ts FILE`: the graph with holes and the sets as JSON, for trying rules without a database. */
const [, , file] = process.argv;
if (!file) throw new Error('The dump takes the file to write to, but got none.');
const { hidden, sets, catalogue, missing } = evaluation();
const known = new Map(catalogue.things.map((thing) => [thing.id, thing]));
const things = link(hidden).map(({ id, type, told }) => ({
  id,
  type,
  names: told.flatMap(({ names }) => names.map(({ text, language, kind }) => ({ text, language, kind }))),
  year: known.get(id)?.year ?? null,
  format: known.get(id)?.fields['format'] ?? null,
  medium: known.get(id)?.fields['medium'] ?? null,
}));
writeFileSync(file, JSON.stringify({ catalogue: things, sets }));
for (const line of [...missing, ...sets.map(({ name, asks }) => `${name}: ${asks.length}`), `${things.length} things in ${file}`])
  console.error(line);
