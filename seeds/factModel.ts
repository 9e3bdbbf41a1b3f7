import { z } from 'zod';
import { ARTIST_KINDS, CHARACTER_ROLES, FORMATS, GENDERS, GOODS_KINDS, MEDIA, ORGANIZATION_KINDS, TIE_UP_KINDS } from '../src/graph/vocabulary.js';
import { SITES } from '../src/sites.js';
import { dateTold } from './told.js';

/** The form of a file of curated facts; README.md in facts/ tells it to people. */

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key is lower-case words with hyphens, such as kick-back');
const text = z.string().trim().min(1);
const date = z.union([z.string(), z.int()]).transform(String).pipe(dateTold);
const kana = text.regex(/^[^\p{Script=Han}\p{Script=Hiragana}]*$/u, 'a reading is written in katakana');

const name = z.strictObject({
  original: text,
  /** Of `original`; Japanese unless said otherwise. */
  language: z.string().optional(),
  kana: kana.optional(),
  romaji: text.optional(),
  en: text.optional(),
  ja: text.optional(),
  'zh-Hans': text.optional(),
  'zh-Hant': text.optional(),
  ko: text.optional(),
  short: z.array(text).optional(),
  aliases: z.array(text).optional(),
  spoilers: z.array(text).optional(),
});

const ids = z.partialRecord(z.enum(SITES), z.union([z.string(), z.int()]).transform(String));
const factors = z.array(key).optional();

const work = z.strictObject({
  title: name,
  medium: z.enum(MEDIA),
  format: z.enum(FORMATS).optional(),
  start: date.optional(),
  end: date.optional(),
  ids: ids.optional(),
  studios: z.array(key).optional(),
});

const franchise = z.strictObject({ name, parts: z.array(key), story: z.array(key).optional() });

const relation = z.strictObject({
  from: key,
  is: z.enum(['SEQUEL', 'PREQUEL', 'SIDE_STORY', 'SPIN_OFF', 'SUMMARY', 'ADAPTATION', 'ARC', 'ALTERNATIVE', 'REMAKE']),
  of: key,
});

const member = z.union([
  key.transform((artist) => ({ artist, from: undefined, to: undefined })),
  z.strictObject({ artist: key, from: date.optional(), to: date.optional() }),
]);
const influence = z.union([key.transform((artist) => ({ artist })), z.strictObject({ artist: key })]);

const artist = z.strictObject({
  name,
  kind: z.enum(ARTIST_KINDS),
  born: date.optional(),
  formed: date.optional(),
  from: text.optional(),
  ids: ids.optional(),
  members: z.array(member).optional(),
  influencedBy: z.array(influence).optional(),
  factors,
});

const credit = z.union([key.transform((artist) => ({ artist, as: undefined })), z.strictObject({ artist: key, as: text.optional() })]);
const credits = z.array(credit).optional();

const song = z.strictObject({
  title: name,
  released: date.optional(),
  language: text.optional(),
  performers: credits,
  featuring: credits,
  lyrics: credits,
  music: credits,
  arrangement: credits,
  ids: ids.optional(),
  factors,
});

const range = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().regex(/^\d+(-\d+)?$/, 'episodes are 5 or 1-12'));

const tieUp = z.strictObject({
  song: key,
  work: key,
  kind: z.enum(TIE_UP_KINDS),
  sequence: z.int().positive().optional(),
  version: z.int().positive().optional(),
  episodes: z.union([range.transform((one) => [one]), z.array(range)]).optional(),
  on: key.optional(),
  from: date.optional(),
  to: date.optional(),
});

const voice = z.union([
  key.transform((artist) => ({ artist, language: undefined, works: undefined })),
  z.strictObject({ artist: key, language: text.optional(), works: z.array(key).optional() }),
]);

const character = z.strictObject({
  name,
  gender: z.enum(GENDERS).optional(),
  birthday: date.optional(),
  in: z.record(key, z.enum(CHARACTER_ROLES)),
  voices: z.array(voice).optional(),
  factors,
});

const goods = z.strictObject({
  name,
  kind: z.enum(GOODS_KINDS),
  maker: key.optional(),
  characters: z.array(key).optional(),
  works: z.array(key).optional(),
  released: date.optional(),
  price: z.int().positive().optional(),
  code: z.string().optional(),
});

const organization = z.strictObject({ name, kind: z.enum(ORGANIZATION_KINDS), factors });

const campaign = z.strictObject({
  name,
  brand: key.optional(),
  start: date.optional(),
  end: date.optional(),
  songs: z.array(key).optional(),
  works: z.array(key).optional(),
  characters: z.array(key).optional(),
  factors,
});

const factor = z.strictObject({
  name,
  facet: text,
  subFacet: text.optional(),
  broader: key.optional(),
  /** A term of the same facet that says the contrary; told of one of the two. */
  opposite: key.optional(),
  definition: z.strictObject({ en: text, ja: text }).optional(),
  /** What speaks for it in a text, besides its names. */
  words: z.array(text).optional(),
});

/** Terms of different facets that mean the same or nearly the same: any two of them. */
const related = z.strictObject({ terms: z.array(key).min(2), strength: z.number().gt(0).max(1) });

const chart = z.strictObject({ title: text, publisher: text.optional(), year: z.int().optional(), songs: z.array(key) });

export const factFile = z.strictObject({
  subject: text,
  source: key.optional(),
  works: z.record(key, work).optional(),
  franchises: z.record(key, franchise).optional(),
  relations: z.array(relation).optional(),
  artists: z.record(key, artist).optional(),
  songs: z.record(key, song).optional(),
  tieUps: z.array(tieUp).optional(),
  characters: z.record(key, character).optional(),
  goods: z.record(key, goods).optional(),
  organizations: z.record(key, organization).optional(),
  campaigns: z.record(key, campaign).optional(),
  factors: z.record(key, factor).optional(),
  related: z.array(related).optional(),
  charts: z.record(key, chart).optional(),
});

export const sourcesFile = z.record(
  key,
  z.strictObject({ title: text, licence: text, url: text.optional(), version: text.optional(), date: date.optional() }),
);

export type FactFile = z.output<typeof factFile>;
export type Told<Section extends keyof FactFile> = NonNullable<FactFile[Section]> extends Readonly<Record<string, infer Entry>> ? Entry : never;
export type NameTold = z.output<typeof name>;
