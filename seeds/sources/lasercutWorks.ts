import { fold } from '../../src/names/fold.js';
import type { NameTold, Told } from '../told.js';
import { animeOfSlugs } from './lasercutAnime.js';
import { isInRomaji, latinName } from './spelling.js';
import type { VideoSlug } from './videoSlug.js';

/** An anime that a song is linked with, under the titles that are known of it. */
export interface LinkedAnime {
  readonly id: string;
  readonly titles: readonly string[];
}

/** By what a slug calls the work, the anime that any of its songs is linked with. */
export type AnimeBySlug = ReadonlyMap<string, readonly LinkedAnime[]>;

/** The works of one song's use: what its slug calls, or the anime that it is linked with where there is no such slug. */
export function worksOf(slug: VideoSlug | null, linked: readonly LinkedAnime[], bySlug: AnimeBySlug): readonly Told[] {
  if (slug === null) return linked.map(({ id, titles }) => workOf(`anime/${id}`, titles, null));
  const [only, ...others] = (bySlug.get(slug.work) ?? []).filter((anime) => fits(slug.work, anime));
  if (only && others.length === 0) return [workOf(`slugs/${slug.work}`, only.titles, slug.work)];
  // One slug for the six films of K: SEVEN STORIES; only the song knows which.
  const own = linked.filter((anime) => fits(slug.work, anime));
  return own[0] && own.length === 1 ? [workOf(`anime/${own[0].id}`, own[0].titles, null)] : [workOf(`slugs/${slug.work}`, [], slug.work)];
}

/** Links may lead to another film or season: MadokaMagicaEien is not 魔法少女まどか☆マギカ 始まりの物語, nor is a title without a number the S2 of a slug. */
function fits(work: string, { titles }: LinkedAnime): boolean {
  const season = /S[2-9](?![a-z])|(?<=[a-z])Part\d/.test(work);
  const numbered = titles.some((title) => /\d|\b[IV]{2,}\b/.test(title));
  const arc = /(?:Movie|Eien|Hajimari|Hangyaku)$/.exec(work)?.[0];
  return (!season || numbered) && (!arc || titles.some((title) => fold(title).includes(fold(arc))));
}

function workOf(ref: string, titles: readonly string[], romaji: string | null): Told {
  const mal = animeOfSlugs.get(romaji ?? '');
  return {
    type: 'Work',
    record: ref,
    ref,
    names: titles.map(nameOf),
    ids: mal === undefined ? [] : [{ site: 'MAL', value: mal }],
    fields: { medium: 'ANIME' },
    facts: [],
    ...(romaji === null ? {} : { known: { romaji } }),
    link: 'CAREFULLY',
    unknown: 'ASK',
  };
}

/** Nothing tells which of the titles is the original; the English ones stand beside it. */
function nameOf(text: string): NameTold {
  if (isInRomaji(text)) return { text, kind: 'ROMAJI', language: 'ja' };
  return { text, kind: 'ALIAS', language: latinName(text).language === 'en' ? 'en' : null };
}
