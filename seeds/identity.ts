import { createHash } from 'node:crypto';
import { externalKey } from '../src/graph/externalIds.js';
import { prefixes } from '../src/graph/ids.js';
import type { Site } from '../src/sites.js';
import type { IdTold, ThingType, Told } from './told.js';

/** Sites that have one id for one thing, the most trusted first; streaming services and others give one id to several seasons. */
const identifying: Readonly<Partial<Record<ThingType, readonly Site[]>>> = {
  Work: ['MAL', 'ANILIST', 'ANIDB', 'BANGUMI', 'ANNICT', 'MADB', 'WIKIDATA', 'ANIMETHEMES', 'MUSICBRAINZ', 'IMASPARQL'],
  Song: ['ISWC', 'ISRC', 'WIKIDATA', 'MUSICBRAINZ', 'ANIMETHEMES', 'IMASPARQL'],
  Artist: ['WIKIDATA', 'MUSICBRAINZ', 'MADB', 'ANIMETHEMES', 'IMASPARQL', 'BANGUMI', 'MAL', 'ANILIST'],
  Character: ['WIKIDATA', 'IMASPARQL', 'BANGUMI', 'MAL', 'ANILIST'],
  Goods: ['JAN', 'MADB', 'IMASPARQL'],
  Organization: ['WIKIDATA', 'MUSICBRAINZ', 'MADB', 'BANGUMI', 'MAL', 'ANILIST'],
  Campaign: ['WIKIDATA'],
  Franchise: ['WIKIDATA', 'MADB', 'IMASPARQL'],
};

/** The ids that tell what thing it is, the most trusted first. Sites number things of each kind apart. */
export function identifyingIds(type: ThingType, ids: readonly IdTold[]): readonly string[] {
  const sites = identifying[type] ?? [];
  return sites.flatMap((site) => ids.filter((id) => id.site === site).map(({ value }) => externalKey(site, value)));
}

/** What a new thing's id is made of, so that it is the same on every machine: its best id elsewhere, else what its source calls it. */
export function newIdOf({ type, ids, ref }: Pick<Told, 'type' | 'ref'> & { readonly ids: readonly IdTold[] }, refs: string): string {
  return idOf(type, identifyingIds(type, ids)[0] ?? (refs === 'curated' ? ref : `${refs} ${ref}`));
}

/** What the ids of each kind of thing begin with, and the letters that come after it. */
export const idPrefixes: Readonly<Record<ThingType, string>> = { ...prefixes, Chart: 'cht' };
export const idLetters = '0123456789abcdefghjkmnpqrstvwxyz';
export const lettersInId = 14;

export function idOf(type: ThingType, anchor: string): string {
  const digest = createHash('sha256').update(`${type} ${anchor}`).digest();
  return `${idPrefixes[type]}_${[...digest.subarray(0, lettersInId)].map((byte) => idLetters[byte % 32]).join('')}`;
}
