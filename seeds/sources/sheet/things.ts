import type { Reading } from '../../source.js';
import type { ThingType } from '../../told.js';
import { toldOf } from '../toldOf.js';
import type { Cells } from './cells.js';
import { columnsOf, type SheetType } from './columns.js';
import { namesOf, titleOf } from './names.js';

export const THING_TYPES = {
  work: 'Work',
  song: 'Song',
  artist: 'Artist',
  tieUp: 'TieUp',
  character: 'Character',
  goods: 'Goods',
  organization: 'Organization',
  campaign: 'Campaign',
} as const satisfies Readonly<Record<SheetType, ThingType>>;

/** The columns that are fields of the thing itself. */
const FIELDS: Readonly<Record<SheetType, readonly string[]>> = {
  work: ['medium', 'format', 'start', 'end', 'officialSite'],
  song: ['released', 'language'],
  artist: ['kind', 'born', 'formed', 'from'],
  tieUp: ['kind', 'sequence', 'version', 'episodes', 'onAirFrom', 'onAirTo'],
  character: ['gender', 'birthday'],
  goods: ['kind', 'price', 'code', 'released'],
  organization: ['kind'],
  campaign: ['start', 'end'],
};

/** What the sheet calls the thing of a row: its key, else its title. A tie-up without a key is what it is for what. */
export function refOf(cells: Cells): string {
  const { row, text } = cells;
  const own =
    row.type === 'tieUp'
      ? ['song', 'work', 'kind', 'sequence', 'version'].flatMap((column) => row.cells.get(column) ?? []).join('/')
      : titleOf(cells);
  return `${row.type}:${text('key') ?? own}`;
}

/** What a row says of its thing itself; facts are told when all things are. */
export function thingOf(cells: Cells, artists: ReadonlyMap<string, string>): Reading {
  const { row, list, ids } = cells;
  const [artist] = [...list('performers'), ...list('voices')];
  const ref = refOf(cells);
  return toldOf(`${row.file}:${row.line}`, {
    type: THING_TYPES[row.type],
    record: ref,
    ref,
    names: namesOf(cells),
    ids: [...ids],
    facts: [],
    fields: fieldsOf(cells),
    ...(artist !== undefined && { known: { artist: artists.get(artist) ?? artist } }),
  });
}

export function fieldsOf({ row, text, number, ranges }: Cells): Readonly<Record<string, unknown>> {
  const columns = columnsOf(row.type);
  return Object.fromEntries(
    FIELDS[row.type]
      .filter((field) => row.cells.get(field) !== undefined && row.cells.get(field) !== null)
      .map((field) => [field, columns[field] === 'number' ? number(field) : columns[field] === 'ranges' ? ranges(field) : text(field)]),
  );
}
