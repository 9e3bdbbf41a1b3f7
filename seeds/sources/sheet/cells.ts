import { z } from 'zod';
import { SITES } from '../../../src/sites.js';
import type { IdTold } from '../../told.js';
import { columnsOf, type Holds, NEEDED } from './columns.js';
import { didYouMean } from './nearest.js';
import { type Mistake, type Row, unknownColumn } from './rows.js';

export interface FactorSaid {
  readonly facet: string;
  readonly subFacet?: string | undefined;
  readonly term: string;
  readonly weight?: number | undefined;
}

/** A row whose cells are read: what it says by column, each in the form that the column holds. */
export interface Cells {
  readonly row: Row;
  readonly text: (column: string) => string | undefined;
  readonly list: (column: string) => readonly string[];
  readonly number: (column: string) => number | undefined;
  readonly ranges: (column: string) => readonly number[];
  readonly ids: readonly IdTold[];
  readonly factors: readonly FactorSaid[];
}

type Read = { readonly is: unknown } | { readonly wrong: string };

/** The cells of a row; each mistake with its place. */
export function readCells(row: Row): { readonly cells: Cells; readonly mistakes: readonly Mistake[] } {
  const known = columnsOf(row.type);
  const said = new Map<string, unknown>();
  const mistakes: Mistake[] = [];
  const wrong = (column: string, reason: string) => mistakes.push({ place: placeOf(row, column), reason });
  for (const [column, value] of row.cells) {
    const holds = known[column];
    if (holds === undefined) wrong(column, unknownColumn(row.type, column));
    else if (value !== null && value !== undefined) {
      const read = readCell(holds, value);
      if ('wrong' in read) wrong(column, `${column} ${read.wrong}`);
      else said.set(column, read.is);
    }
  }
  for (const column of NEEDED[row.type].filter((each) => !row.cells.has(each)))
    wrong(column, `A ${row.type} must have a ${column}, but this row has none; fill in ${column}.`);
  return { cells: cellsOf(row, said), mistakes };
}

/** `works.csv:2:3`; in JSON Lines a line has no columns. */
function placeOf({ file, line, columns }: Row, column: string): string {
  const at = columns.get(column);
  return at === undefined ? `${file}:${line}` : `${file}:${line}:${at}`;
}

const texts = z.array(z.string());
const numbers = z.array(z.number());
const idsModel = z.array(z.object({ site: z.enum(SITES), value: z.string() }));
const factorModel = z.strictObject({
  facet: z.string().min(1),
  subFacet: z.string().min(1).optional(),
  term: z.string().min(1),
  weight: z.number().min(0).max(1).optional(),
});

const cellsOf = (row: Row, said: ReadonlyMap<string, unknown>): Cells => ({
  row,
  text: (column) => z.string().optional().parse(said.get(column)),
  list: (column) => texts.parse(said.get(column) ?? []),
  number: (column) => z.number().optional().parse(said.get(column)),
  ranges: (column) => numbers.parse(said.get(column) ?? []),
  ids: idsModel.parse(said.get('ids') ?? []),
  factors: z.array(factorModel).parse(said.get('factors') ?? []),
});

const shown = (value: unknown) => JSON.stringify(value);

function readCell(holds: Holds, value: unknown): Read {
  if (typeof holds !== 'string') {
    const words: readonly string[] = holds;
    return words.some((word) => word === value)
      ? { is: value }
      : { wrong: `must be one of ${words.join(', ')}, but got ${shown(value)}${didYouMean(String(value).toUpperCase(), words)}` };
  }
  return readers[holds](value);
}

const readers: Readonly<Record<Extract<Holds, string>, (value: unknown) => Read>> = {
  text: (value) =>
    (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
      ? { is: String(value).trim() }
      : { wrong: `must be text, but got ${shown(value)}.` },
  list: (value) => {
    const items = listOf(value);
    return items ? { is: items } : { wrong: `must be a list of texts, but got ${shown(value)}.` };
  },
  date: (value) =>
    isDate(String(value)) ? { is: String(value) } : { wrong: `must be a date like 2022-10-12, 2022-10 or 2022, but got ${shown(value)}.` },
  day: (value) =>
    typeof value === 'string' && isDate(value.replace(/^--/, '2000-')) && /^(--|\d{4}-\d\d)/.test(value)
      ? { is: value }
      : { wrong: `must be a day like --03-10, or 1991-03-10 where the year is known, but got ${shown(value)}.` },
  number: (value) =>
    Number.isInteger(Number(value)) && Number(value) > 0
      ? { is: Number(value) }
      : { wrong: `must be a whole number from 1, but got ${shown(value)}.` },
  ranges: (value) => {
    const ranges = (listOf(value) ?? []).map((item) => /^(\d+)(?:-(\d+))?$/.exec(item));
    return ranges.length > 0 && ranges.every((range) => range && Number(range[1]) <= Number(range[2] ?? range[1]))
      ? { is: ranges.flatMap((range) => [Number(range?.[1]), Number(range?.[2] ?? range?.[1])]) }
      : { wrong: `must be episodes like 1-12;14, but got ${shown(value)}.` };
  },
  ids: (value) => {
    const pairs =
      typeof value === 'string' ? (listOf(value) ?? []).map(pairOf) : Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(value));
    const read = pairs.map(([site, id]) => ({ site, value: typeof id === 'number' || typeof id === 'string' ? String(id) : '' }));
    const wrong = read.find((id) => id.value === '' || !SITES.some((site) => site === id.site));
    if (read.length === 0) return { wrong: `must be ids like MAL=44511;ANILIST=127230, but got ${shown(value)}.` };
    return wrong
      ? { wrong: `must be ids like MAL=44511 on a known site, but got ${shown(wrong.site)}${didYouMean(wrong.site, SITES)}` }
      : { is: read };
  },
  factors: (value) => {
    const items = typeof value === 'string' ? (listOf(value) ?? []).map(factorOf) : value;
    const read = z.array(factorModel).safeParse(items);
    return read.success
      ? { is: read.data }
      : {
          wrong: `must be factors like "song impression=Tense@0.8", in JSON {facet, subFacet, term, weight} with a weight from 0 to 1, but got ${shown(value)}.`,
        };
  },
};

function listOf(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'string') return texts.safeParse(value).data;
  return value
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function pairOf(item: string): [string, string] {
  const at = item.indexOf('=');
  return at < 0 ? [item, ''] : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
}

/** `song image/sound impression=Refreshing@0.5` */
function factorOf(item: string): FactorSaid {
  const [, facet = '', subFacet, term = '', weight] = /^([^/=]+)(?:\/([^=]+))?=([^@]+)(?:@(.+))?$/.exec(item) ?? [];
  return {
    facet: facet.trim(),
    ...(subFacet !== undefined && { subFacet: subFacet.trim() }),
    term: term.trim(),
    ...(weight !== undefined && { weight: Number(weight) }),
  };
}

function isDate(text: string): boolean {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) return false;
  const whole = `${text}-01-01`.slice(0, 10);
  const time = Date.parse(whole);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === whole;
}
