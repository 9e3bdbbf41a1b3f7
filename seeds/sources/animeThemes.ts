import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { parsed, rejection } from '../reading/parsed.js';
import type { DataSource, Reading } from '../source.js';
import { toldOf } from './toldOf.js';

/** Answers of AnimeThemes' GraphQL interface (graphql.animethemes.moe), saved: anime with their themes, songs and who performs them. */
export const animeThemes: DataSource = {
  key: 'animethemes',
  describe: () => ({ key: 'animethemes', title: 'AnimeThemes', licence: 'not told', url: 'https://animethemes.moe' }),
  read,
};

const text = z.string().min(1).nullish();
const artistModel = z.object({ slug: z.string().min(1), name: z.string().min(1) });
/** A membership performs as well: `{group, member}`. */
const performerModel = z.union([artistModel, z.object({ member: artistModel, group: artistModel.nullish() }).transform(({ member }) => member)]);
const songModel = z.object({
  id: z.int(),
  title: text,
  titleNative: text,
  performances: z.array(z.object({ as: text, alias: text, artist: performerModel })).default([]),
});
const animeModel = z.object({
  slug: z.string().min(1),
  name: z.string().min(1),
  year: z.int().nullish(),
  mediaFormat: text,
  resources: z.object({ nodes: z.array(z.object({ site: z.string(), externalId: z.int().nullish() })) }).default({ nodes: [] }),
  animethemes: z
    .array(
      z.object({
        id: z.int(),
        type: z.string(),
        sequence: z.int().nullish(),
        song: songModel.nullish(),
        animethemeentries: z.array(z.object({ version: z.int().nullish(), episodes: text })).default([]),
      }),
    )
    .default([]),
});

type Anime = z.infer<typeof animeModel>;
type Theme = Anime['animethemes'][number];
type Song = z.infer<typeof songModel>;

/** What a root field answers with: one anime, a list, a page or a connection of them. */
const answerModel = z.object({ data: z.record(z.string(), z.unknown()) });
const pageModel = z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data);
const connectionModel = z.object({ nodes: z.array(z.unknown()) }).transform(({ nodes }) => nodes);
const rootModel = z.union([z.array(z.unknown()), pageModel, connectionModel, z.unknown().transform((one) => [one])]);

const kinds: Readonly<Record<string, string>> = { OP: 'OPENING', ED: 'ENDING', IN: 'INSERT' };
const formats: Readonly<Record<string, string>> = { TV: 'TV', TV_SHORT: 'TV', MOVIE: 'MOVIE', OVA: 'OVA', ONA: 'WEB', SPECIAL: 'SPECIAL' };
const sites: Readonly<Record<string, string>> = { MAL: 'MAL', ANILIST: 'ANILIST', ANIDB: 'ANIDB' };

function* read(path: string): Iterable<Reading> {
  const { data } = answerModel.parse(JSON.parse(readFileSync(path, 'utf8')));
  const told = new Set<string>();
  for (const [field, answer] of Object.entries(data)) {
    for (const [index, one] of rootModel.parse(answer).entries()) {
      const place = `${basename(path)} data.${field}[${index}]`;
      const anime = parsed(animeModel, one, place);
      if ('row' in anime) yield* readAnime(place, anime.row, told);
      else yield anime;
    }
  }
}

function* readAnime(place: string, anime: Anime, told: Set<string>): Iterable<Reading> {
  const ref = `anime:${anime.slug}`;
  const format = formats[anime.mediaFormat ?? ''];
  const ids = anime.resources.nodes.flatMap(({ site, externalId }) => {
    const known = sites[site.toUpperCase()];
    return known && externalId ? [{ site: known, value: String(externalId) }] : [];
  });
  yield toldOf(place, {
    type: 'Work',
    record: ref,
    ref,
    names: [{ text: anime.name, kind: 'ROMAJI', language: 'ja' }],
    ids: [{ site: 'ANIMETHEMES', value: anime.slug }, ...ids],
    fields: { medium: 'ANIME', ...(format && { format }) },
    facts: [],
    ...(anime.year && { known: { year: anime.year } }),
  });
  for (const theme of anime.animethemes) yield* readTheme(`${place} theme ${theme.id}`, theme, ref, told);
}

function* readTheme(place: string, theme: Theme, work: string, told: Set<string>): Iterable<Reading> {
  const { song, type, sequence, animethemeentries } = theme;
  const kind = kinds[type];
  if (!kind || !song?.title) {
    const reason = kind ? 'A theme must have a song with a title, but this has none yet.' : `type must be one of OP, ED, IN, but got ${type}.`;
    yield { rejected: rejection(place, reason, theme) };
    return;
  }
  yield* readSong(place, song, told);
  const entries = animethemeentries.length > 0 ? animethemeentries : [{ version: null, episodes: null }];
  for (const [index, { version, episodes }] of entries.entries()) {
    const record = `theme:${theme.id}/${version ?? index + 1}`;
    const ranges = episodesOf(episodes ?? '');
    yield toldOf(place, {
      type: 'TieUp',
      record,
      ref: record,
      names: [],
      ids: [],
      fields: { kind, ...(sequence && { sequence }), ...(version && { version }), ...(ranges.length > 0 && { episodes: ranges }) },
      facts: [
        { type: 'USES', other: `song:${song.id}` },
        { type: 'FOR', other: work },
      ],
      within: [`song:${song.id}`, work],
    });
  }
}

/** `1-4, 6, 8-` is 1 to 4 and 6; where the end is open, it isn't known. */
const episodesOf = (episodes: string): readonly number[] =>
  [...episodes.matchAll(/(?<![\d-])(\d+)(?:\s*-\s*(\d+))?(?!\s*[\d-])/g)].flatMap(([, from, to]) => [Number(from), Number(to ?? from)]);

function* readSong(place: string, { id, title, titleNative, performances }: Song, told: Set<string>): Iterable<Reading> {
  if (told.has(`song:${id}`) || !title) return;
  told.add(`song:${id}`);
  for (const { artist } of performances) {
    const ref = `artist:${artist.slug}`;
    if (told.has(ref)) continue;
    told.add(ref);
    yield toldOf(place, {
      type: 'Artist',
      record: ref,
      ref,
      names: [{ text: artist.name, kind: 'OFFICIAL', language: null }],
      ids: [],
      fields: {},
      facts: [],
    });
  }
  const artist = performances[0]?.artist.name;
  const credits = new Map(performances.map((performance) => [performance.artist.slug, performance]));
  yield toldOf(place, {
    type: 'Song',
    record: `song:${id}`,
    ref: `song:${id}`,
    names: [
      ...(titleNative ? [{ text: titleNative, kind: 'OFFICIAL', language: null }] : []),
      ...(title === titleNative ? [] : [{ text: title, kind: titleNative ? 'ROMAJI' : 'OFFICIAL', language: titleNative ? 'ja' : null }]),
    ],
    ids: [],
    fields: {},
    facts: [...credits].map(([slug, { as, alias }], index) => {
      const creditedAs = alias ?? as;
      return {
        type: 'PERFORMS',
        other: `artist:${slug}`,
        identity: { role: 'PERFORMER' },
        says: { order: index + 1, ...(creditedAs && { creditedAs }) },
      };
    }),
    ...(artist && { known: { artist } }),
  });
}
