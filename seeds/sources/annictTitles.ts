import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parsed, rejection } from '../reading/parsed.js';
import { eachOf } from '../reading/reached.js';
import { sharedSource } from '../reading/sharedSource.js';
import type { DataSource, Reading } from '../source.js';
import type { IdTold, NameTold, Told } from '../told.js';

const id = z.int().positive().nullish();

const model = z.object({
  annict_id: z.int().positive(),
  mal_id: id,
  syobocal_tid: id,
  title: z.string().trim().min(1),
  type: z.enum(['TV', 'MOVIE', 'OVA', 'WEB', 'OTHER']),
  year: z.int().nullable(),
  season: z.enum(['WINTER', 'SPRING', 'SUMMER', 'AUTUMN']).nullable(),
});

type Row = z.output<typeof model>;

const firstMonths = { WINTER: '01', SPRING: '04', SUMMER: '07', AUTUMN: '10' } as const;

/** Japanese titles of 17,560 anime of Annict, with year and season, and ids on Annict, MyAnimeList and しょぼいカレンダー. */
export const annictTitles: DataSource = {
  key: 'annict-titles',
  describe: (path) => sharedSource(path, { key: 'annict-titles', title: 'arm-supplementary (titles of Annict)', licence: 'MIT' }),
  *read(path, reached) {
    const lines = readFileSync(join(path, 'annict.jsonl'), 'utf8').trim().split('\n');
    const rows = lines.map((line, index) => ({ place: `annict.jsonl:${index + 1}`, value: JSON.parse(line) as unknown }));
    const works = countByMal(rows.map(({ value }) => value));
    for (const { place, value } of eachOf(rows, reached)) yield* readingsOf(place, value, works);
  },
};

/** By MyAnimeList id, how many works have it. Annict keeps parts, shorts and cours that MyAnimeList has as one; their id tells nobody which. */
type WorksByMal = ReadonlyMap<number, number>;

function countByMal(values: readonly unknown[]): WorksByMal {
  const counts = new Map<number, number>();
  for (const value of values) {
    const { data } = model.safeParse(value);
    if (data?.mal_id) counts.set(data.mal_id, (counts.get(data.mal_id) ?? 0) + 1);
  }
  return counts;
}

function* readingsOf(place: string, value: unknown, works: WorksByMal): Generator<Reading> {
  const result = parsed(model, value, place);
  if ('rejected' in result) {
    yield result;
    return;
  }
  const { row } = result;
  const sharing = row.mal_id ? (works.get(row.mal_id) ?? 1) : 1;
  yield { place, told: workOf(row, sharing === 1) };
  if (sharing > 1)
    yield { rejected: rejection(place, `an id of MAL must be that of one work, but ${row.mal_id} stands at ${sharing}: left out`, value) };
}

function workOf(row: Row, malIsItsOwn: boolean): Told {
  return {
    type: 'Work',
    record: `works/${row.annict_id}`,
    ref: `works/${row.annict_id}`,
    names: namesOf(row.title),
    ids: [idOn('ANNICT', row.annict_id), idOn('MAL', malIsItsOwn ? row.mal_id : null), idOn('SYOBOCAL', row.syobocal_tid)].flat(),
    fields: { medium: 'ANIME', ...(row.type === 'OTHER' ? {} : { format: row.type }), ...startOf(row) },
    facts: [],
    ...(row.year === null ? {} : { known: { year: row.year } }),
    link: 'CAREFULLY',
  };
}

const idOn = (site: IdTold['site'], value: number | null | undefined): readonly IdTold[] => (value ? [{ site, value: String(value) }] : []);

const startOf = ({ year, season }: Row) => (year === null ? {} : { start: season === null ? String(year) : `${year}-${firstMonths[season]}` });

/** `ハイスクール！奇面組 (2026)`: the year is Annict's, to tell two of a title apart. */
function namesOf(title: string): NameTold[] {
  const own = title.replace(/\s*[(（](19|20)\d\d(年版?)?[)）]$/, '');
  const official = { text: own, kind: 'OFFICIAL', language: 'ja' } as const;
  return own === title ? [official] : [official, { text: title, kind: 'ALIAS', language: 'ja' }];
}
