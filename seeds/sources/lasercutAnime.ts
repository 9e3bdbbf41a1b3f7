import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** By slug the id on MyAnimeList of the anime that it means, as `lasercutAnime.yaml` has them: those that names don't tell. */
export const animeOfSlugs: ReadonlyMap<string, string> = new Map(
  Object.entries(z.record(z.string(), z.int().positive()).parse(parse(readFileSync(new URL('lasercutAnime.yaml', import.meta.url), 'utf8')))).map(
    ([slug, id]) => [slug, String(id)],
  ),
);
