import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Statements, Thing } from '../statements.js';

const require = createRequire(import.meta.url);

const id = z.union([z.int(), z.string()]).nullish();
const model = z.array(z.object({ mal_id: id, anilist_id: id, annict_id: id, syobocal_tid: id }));
const packageModel = z.object({ version: z.string(), generatedAt: z.string() });

const columns = { mal_id: 'MAL', anilist_id: 'ANILIST', annict_id: 'ANNICT', syobocal_tid: 'SYOBOCAL' } as const;

/** The npm package @kawaiioverflow/arm: which ids of MyAnimeList, AniList, Annict and Syobocal are the same anime. It has no titles. */
export function arm(): Statements {
  const rows = model.parse(JSON.parse(readFileSync(require.resolve('@kawaiioverflow/arm/arm.json'), 'utf8')));
  const { version, generatedAt } = packageModel.parse(JSON.parse(readFileSync(require.resolve('@kawaiioverflow/arm/package.json'), 'utf8')));
  const source = {
    key: 'arm',
    title: 'arm (anime relation mapping)',
    licence: 'MIT',
    url: 'https://github.com/kawaiioverflow/arm',
    version,
    date: generatedAt.slice(0, 10),
  };
  return { sources: [source], things: rows.map(workOf).filter(({ ids }) => ids.length > 0), facts: [] };
}

function workOf(row: z.infer<typeof model>[number], index: number): Thing {
  const ids = (Object.keys(columns) as (keyof typeof columns)[]).flatMap((column) => {
    const value = row[column];
    return value == null ? [] : [{ site: columns[column], value: String(value) }];
  });
  return { type: 'Work', ref: `arm:${index}`, source: 'arm', fields: { medium: 'ANIME' }, names: [], ids };
}
