import { basename, extname } from 'node:path';
import { Meter, unheard } from '../reading/reached.js';
import type { DataSource, Reached, Reading, SourceTold } from '../source.js';
import { readCells } from './sheet/cells.js';
import { factsOf } from './sheet/facts.js';
import { indexOf } from './sheet/index.js';
import { titleOf } from './sheet/names.js';
import { type Mistake, type Row, readRows, sheetFiles } from './sheet/rows.js';
import { refOf, thingOf } from './sheet/things.js';

/** One's own rows, as JSON Lines or CSV: one file, or a folder with a file a type. seeds/templates/README.md describes the format. */
export const sheet: DataSource = { key: 'sheet', describe, read };

/** The sheet's own words in its first line; without them it is called as its file. */
async function describe(path: string): Promise<SourceTold> {
  const name = basename(path, extname(path));
  const head = new Map<string, string>();
  for await (const line of readRows(path)) {
    if (!('head' in line)) continue;
    for (const [word, text] of line.head) if (!head.has(word)) head.set(word, text);
  }
  return {
    key: head.get('source') ?? `sheet:${name}`,
    title: head.get('title') ?? name,
    licence: head.get('licence') ?? 'not told',
    url: head.get('url'),
    date: head.get('date'),
  };
}

/** Twice over the rows: the things first, then the facts between them. A row with a mistake tells nothing. */
async function* read(path: string, reached: Reached): AsyncIterable<Reading> {
  const files = sheetFiles(path);
  const meter = new Meter([...files, ...files, ...files], reached);
  const artists = await artistsByKey(path, meter);
  const refs = new Map<string, string>();
  const places = new Map<string, string>();
  for await (const line of readRows(path, meter)) {
    if ('mistake' in line) yield rejected(line.mistake, '');
    if (!('row' in line)) continue;
    const { cells, mistakes } = readCells(line.row);
    for (const mistake of mistakes) yield rejected(mistake, rowText(line.row));
    if (mistakes.length > 0) continue;
    const ref = refOf(cells);
    const place = `${line.row.file}:${line.row.line}`;
    const before = places.get(ref);
    if (before !== undefined) {
      yield rejected(
        { place, reason: `Every row tells of another thing, but ${ref} is told at ${before} too; give one of them a key of its own.` },
        rowText(line.row),
      );
      continue;
    }
    places.set(ref, place);
    if (line.row.type === 'tieUp') continue;
    for (const word of [titleOf(cells), cells.text('key')]) if (word !== undefined) refs.set(`${line.row.type} ${word}`, ref);
    yield thingOf(cells, artists);
  }
  const index = indexOf(refs);
  for await (const line of readRows(path, meter)) {
    if (!('row' in line)) continue;
    const { cells, mistakes } = readCells(line.row);
    if (mistakes.length === 0 && places.get(refOf(cells)) === `${line.row.file}:${line.row.line}`) yield* factsOf(cells, index);
  }
}

/** Names of artists whose rows have a key: others are known by an artist's name, not by a key of the sheet's. */
async function artistsByKey(path: string, meter: Meter): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const line of readRows(path, meter)) {
    if (!('row' in line) || line.row.type !== 'artist') continue;
    const { cells, mistakes } = readCells(line.row);
    const key = mistakes.length > 0 ? undefined : cells.text('key');
    if (key !== undefined) names.set(key, titleOf(cells));
  }
  return names;
}

const rejected = ({ place, reason }: Mistake, row: string): Reading => ({ rejected: { place, reason, row } });

const rowText = ({ cells }: Row) => JSON.stringify(Object.fromEntries(cells)).slice(0, 300);

/** Every mistake of a sheet as a sentence with file, line and column. */
export async function checkSheet(path: string): Promise<readonly string[]> {
  const mistakes: string[] = [];
  for await (const reading of read(path, unheard)) {
    if ('rejected' in reading) mistakes.push(`${reading.rejected.place}: ${reading.rejected.reason}`);
  }
  return mistakes;
}
