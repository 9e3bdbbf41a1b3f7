import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { type Meter, unheard } from '../../reading/reached.js';
import { columnsOf, SHEET_TYPES, type SheetType } from './columns.js';
import { didYouMean } from './nearest.js';

/** A row as it stands in the file: what is in it, by column. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly type: SheetType;
  readonly cells: ReadonlyMap<string, unknown>;
  /** Where a column stands in a row of CSV, counted from 1. */
  readonly columns: ReadonlyMap<string, number>;
}

/** `works.csv:2:3`: file, line and column. */
export interface Mistake {
  readonly place: string;
  readonly reason: string;
}

export type Line = { readonly row: Row } | { readonly mistake: Mistake } | { readonly head: ReadonlyMap<string, string> };

const endings = ['.csv', '.jsonl', '.ndjson'];

/** The files of a sheet: one, or all of a folder. */
export function sheetFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .toSorted()
    .map((name) => join(path, name));
}

export async function* readRows(path: string, meter?: Meter): AsyncIterable<Line> {
  for (const file of sheetFiles(path)) {
    const input = createReadStream(file);
    const reached = meter?.next(file) ?? unheard;
    const { size } = statSync(file);
    try {
      for await (const line of file.endsWith('.csv') ? readCsv(basename(file), input) : readJsonLines(basename(file), input)) {
        reached(input.bytesRead / size);
        yield line;
      }
    } finally {
      input.destroy();
    }
  }
}

const objectModel = z.record(z.string(), z.unknown());
const headModel = z.strictObject({ source: z.string(), title: z.string(), licence: z.string(), url: z.string(), date: z.string() }).partial();
const heads = Object.keys(headModel.shape);

async function* readJsonLines(file: string, input: Readable): AsyncIterable<Line> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    yield jsonLine(file, line, text.replace(/^\uFEFF/, ''));
  }
}

function jsonLine(file: string, line: number, text: string): Line {
  const mistake = (reason: string) => ({ mistake: { place: `${file}:${line}`, reason } });
  const parsed = parsedJson(text);
  if (typeof parsed === 'string') return mistake(`A line must be one JSON object, but it can't be read: ${parsed}.`);
  const { type, ...fields } = parsed;
  if (type === undefined && line === 1) {
    const head = headModel.safeParse(fields);
    return head.success
      ? { head: new Map(Object.entries(head.data).flatMap(([word, told]): [string, string][] => (told === undefined ? [] : [[word, told]]))) }
      : mistake(`The first line without a type tells of the sheet with ${heads.join(', ')} as text, but got ${Object.keys(fields).join(', ')}.`);
  }
  const known = SHEET_TYPES.find((each) => each === type);
  if (!known)
    return mistake(
      `type must be one of ${SHEET_TYPES.join(', ')}, but got ${JSON.stringify(type) ?? 'none'}${didYouMean(String(type), SHEET_TYPES)}`,
    );
  return { row: { file, line, type: known, cells: new Map(Object.entries(flat(known, fields))), columns: new Map() } };
}

function parsedJson(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const object = objectModel.safeParse(JSON.parse(text));
    return object.success ? object.data : 'it is no object';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** title or name, whichever a type has, may be an object: `{original, kana, romaji, en, …}`. */
function flat(type: SheetType, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { title, name, ...others } = fields;
  const own = 'title' in columnsOf(type) ? 'title' : 'name';
  const object = objectModel.safeParse(title ?? name);
  if (!object.success) return title === undefined && name === undefined ? others : { ...others, [own]: title ?? name };
  const { original, ...spellings } = object.data;
  return { ...others, ...spellings, [own]: original };
}

const csvErrorModel = z.object({ code: z.string(), lines: z.int() });
const recordModel = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });

const fileNames: readonly (readonly [RegExp, SheetType])[] = [
  [/tie-?ups?/i, 'tieUp'],
  [/songs?/i, 'song'],
  [/works?/i, 'work'],
  [/artists?/i, 'artist'],
  [/characters?/i, 'character'],
  [/goods/i, 'goods'],
  [/organi[sz]ations?/i, 'organization'],
  [/campaigns?/i, 'campaign'],
];

async function* readCsv(file: string, input: Readable): AsyncIterable<Line> {
  const type = fileNames.find(([pattern]) => pattern.test(file))?.[1];
  if (!type) {
    const reason = `The name of a CSV file tells what its rows are: songs, works, artists, tie-ups, characters, goods, organizations or campaigns.csv, but got ${file}.`;
    yield { mistake: { place: file, reason } };
    return;
  }
  const malformed: { readonly code: string; readonly line: number }[] = [];
  let end = 0;
  const options = {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error: unknown) => {
      const { code, lines } = csvErrorModel.parse(error);
      // A quote that never closes is seen at the end of the file.
      const line = code === 'CSV_QUOTE_NOT_CLOSED' ? end + 1 : lines;
      if (malformed.at(-1)?.line !== line) malformed.push({ code, line });
      return undefined;
    },
  };
  let header: ReadonlyMap<string, number> | undefined;
  for await (const each of input.pipe(parse(options))) {
    const { record, info } = recordModel.parse(each);
    const line = info.lines - record.join('').split('\n').length + 1;
    end = info.lines;
    if (!header && record[0]?.startsWith('#')) yield csvHead(file, line, record);
    else if (header) yield csvRow(file, line, type, header, record);
    else {
      header = new Map(record.map((column, index) => [column, index + 1]));
      yield* unknownColumns(file, line, type, header);
    }
  }
  for (const { code, line } of malformed)
    yield { mistake: { place: `${file}:${line}`, reason: csvReasons[code] ?? `This row can't be read: ${code}.` } };
}

const csvReasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quote that opens must close, but in this row one never does; end its cell with ", and write "" for a quote inside.',
  INVALID_OPENING_QUOTE: 'A quote inside a cell must be written "" and the whole cell stand in quotes, but this row has one without.',
  CSV_INVALID_CLOSING_QUOTE: 'A quote that closes must end its cell, but in this row more follows; write "" for a quote inside.',
};

/** `# source=my-songs,title=My songs,licence=CC0-1.0` */
function csvHead(file: string, line: number, record: readonly string[]): Line {
  const pairs = record.filter((cell) => cell !== '').map((cell) => /^#?\s*(\w+)\s*=\s*(.+)$/.exec(cell));
  const wrong = pairs.findIndex((pair) => !pair?.[1] || !heads.includes(pair[1]));
  if (wrong >= 0) {
    const reason = `A line that begins with # tells of the sheet with ${heads.map((word) => `${word}=…`).join(', ')}, but got ${record[wrong]}.`;
    return { mistake: { place: `${file}:${line}:${wrong + 1}`, reason } };
  }
  return { head: new Map(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''])) };
}

function csvRow(file: string, line: number, type: SheetType, header: ReadonlyMap<string, number>, record: readonly string[]): Line {
  if (record.length > header.size) {
    const reason = `A row has as many cells as the header, ${header.size}, but this one has ${record.length}; put a cell with commas in quotes.`;
    return { mistake: { place: `${file}:${line}:${header.size + 1}`, reason } };
  }
  const cells = [...header].flatMap(([column, at]): [string, string][] => {
    const cell = record[at - 1] ?? '';
    return cell === '' || !(column in columnsOf(type)) ? [] : [[column, cell]];
  });
  return { row: { file, line, type, cells: new Map(cells), columns: header } };
}

/** A header's mistakes are told once, and not again for each row. */
function* unknownColumns(file: string, line: number, type: SheetType, header: ReadonlyMap<string, number>): Iterable<Line> {
  const known = Object.keys(columnsOf(type));
  for (const [column, at] of header)
    if (!known.includes(column)) yield { mistake: { place: `${file}:${line}:${at}`, reason: unknownColumn(type, column) } };
}

export function unknownColumn(type: SheetType, column: string): string {
  const known = Object.keys(columnsOf(type));
  return `A ${type} has the columns ${known.join(', ')}, but got ${JSON.stringify(column)}${didYouMean(column, known)}`;
}
