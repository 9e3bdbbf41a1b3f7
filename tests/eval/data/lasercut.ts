import { z } from 'zod';
import { readJson, readLines } from './shared.js';

export const lasercutFolder = 'data/lasercut-songs';

const songModel = z.object({ song_id: z.string(), src: z.string() });
const linksModel = z.array(z.tuple([z.string(), z.string()]));
const animesModel = z.record(z.string(), z.array(z.string()));

/** A work as AnimeThemes names it in its addresses, with the names of the anime that somebody else tied the song to. */
export interface NamedSlug {
  readonly slug: string;
  readonly names: readonly string[];
}

/** Each slug once. A dubbed version has no name of its own. */
export function namedSlugs(): readonly NamedSlug[] {
  const animes = readJson(`${lasercutFolder}/animes.json`, animesModel);
  const animeOf = new Map(readJson(`${lasercutFolder}/song_animes.json`, linksModel));
  const slugs = new Map<string, readonly string[]>();
  for (const line of readLines(`${lasercutFolder}/songs.jsonl`)) {
    const { song_id, src } = songModel.parse(JSON.parse(line));
    const slug = /animethemes\.moe\/([A-Za-z0-9]+)-(?:OP|ED|IN)/.exec(src)?.[1];
    const names = animes[animeOf.get(song_id) ?? ''];
    if (slug && names && !slug.endsWith('Dub')) slugs.set(slug, names);
  }
  return [...slugs].map(([slug, names]) => ({ slug, names }));
}
