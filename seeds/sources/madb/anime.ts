import { z } from 'zod';
import type { Reading } from '../../source.js';
import type { FactTold, Told } from '../../told.js';
import type { Artists } from './artists.js';
import { castLines, plainVoices } from './cast.js';
import { characters } from './characters.js';
import { rejected, unlike } from './rejected.js';
import type { Series } from './series.js';
import { songs } from './songs.js';
import { readThemes } from './themeText.js';
import { dateOf, distinct, named, plainOf, readingsOf, texts } from './values.js';
import type { GraphItem, Zips } from './zips.js';

/** Film series, video series and television specials, in the order in which they are read. */
const ANIME = { an210: 'MOVIE', an209: 'OVA', an208: 'SPECIAL' } as const;
type AnimeClass = keyof typeof ANIME;
export const animeClasses = Object.keys(ANIME) as AnimeClass[];

const strings = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

const part = z.object({ '@id': z.string().startsWith('_:'), actor: z.string().optional(), track: z.string().optional() });
const item = z.object({
  identifier: z.string(),
  label: z.string(),
  name: texts.optional(),
  datePublished: z.string().optional(),
  startDate: z.string().optional(),
  endDate: z.string().optional(),
  isPartOf: z.string().optional(),
  hasPart: strings.optional(),
  actor: z.string().optional(),
  track: z.string().optional(),
});
type Item = z.output<typeof item>;
type Part = Pick<z.output<typeof part>, 'actor' | 'track'>;

/** What has to be known before the first work is told: the parts that works point to, whose name is a voice's, and what is of one series. */
export interface Overview {
  readonly parts: ReadonlyMap<string, Part>;
  readonly voices: ReadonlySet<string>;
}

export async function overview(zips: Zips, series: Series): Promise<Overview> {
  const parts = new Map<string, Part>();
  const voices = new Set<string>();
  for (const name of animeClasses) {
    for await (const { value } of zips.items(name)) {
      const blank = part.safeParse(value);
      const work = item.safeParse(value);
      if (blank.success && (blank.data.actor || blank.data.track)) parts.set(`${name}/${blank.data['@id']}`, blank.data);
      if (work.success) series.add(work.data.isPartOf, titlesOf(work.data)[0]);
      const actor = blank.success ? blank.data.actor : work.data?.actor;
      for (const voice of plainVoices(actor ?? '')) voices.add(voice);
    }
  }
  return { parts, voices };
}

/** The works of one class, each followed by its songs and its characters. */
export async function* anime(zips: Zips, name: AnimeClass, { parts, voices }: Overview, artists: Artists, series: Series): AsyncGenerator<Reading> {
  for await (const each of zips.items(name)) {
    if (part.safeParse(each.value).success) continue;
    const row = item.safeParse(each.value);
    if (!row.success) yield unlike(each.place, row.error, each.value);
    else {
      const own = [row.data, ...(row.data.hasPart ?? []).flatMap((id) => parts.get(`${name}/${id}`) ?? [])];
      yield* series.tell(row.data.isPartOf, each.place);
      yield { place: each.place, told: workOf(row.data, name, series) };
      yield* themesOf(each, row.data, name, own, voices, artists);
      yield* castOf(each, `${name}/${row.data.identifier}`, own, voices, artists);
    }
  }
}

function* themesOf({ place }: GraphItem, row: Item, name: AnimeClass, own: readonly Part[], voices: ReadonlySet<string>, artists: Artists) {
  const texts = [...new Set(own.flatMap(({ track }) => track ?? []))];
  const read = texts.map(readThemes);
  for (const text of read.flatMap(({ unread }) => unread))
    yield rejected(`${place}#theme`, 'a theme is told with what it is for and its title in quotes, but this piece is not.', text);
  const year = Number((row.datePublished ?? row.startDate ?? '').slice(0, 4));
  yield* songs(
    `${name}/${row.identifier}`,
    place,
    read.flatMap(({ themes }) => themes),
    { voices, artists, year: year > 1900 ? year : undefined },
  );
}

function* castOf({ place }: GraphItem, work: string, own: readonly Part[], voices: ReadonlySet<string>, artists: Artists): Generator<Reading> {
  const lines = own.flatMap(({ actor }) => (actor ? castLines(actor, voices) : []));
  for (const line of lines) if ('reason' in line) yield rejected(`${place}#cast`, line.reason, line.text);
  yield* characters(
    work,
    place,
    lines.flatMap((line) => ('reason' in line ? [] : [line])),
    artists,
  );
}

const titlesOf = ({ name, label }: Item): readonly string[] => (plainOf(name).length > 0 ? plainOf(name) : [label]);

function workOf(row: Item, name: AnimeClass, series: Series): Told {
  const start = dateOf(row.datePublished) ?? dateOf(row.startDate);
  const end = dateOf(row.endDate);
  const franchise = series.refOf(row.isPartOf);
  const facts: FactTold[] = franchise ? [{ type: 'PART_OF', other: franchise }] : [];
  return {
    type: 'Work',
    record: `${name}/${row.identifier}`,
    ref: `${name}/${row.identifier}`,
    names: distinct([
      ...titlesOf(row).map((text, index) => named(text, index === 0 ? 'OFFICIAL' : 'ALIAS')),
      ...readingsOf(row.name).map((text) => named(text, 'READING', 'ja')),
    ]),
    ids: [{ site: 'MADB', value: row.identifier }],
    facts,
    fields: { medium: 'ANIME', format: ANIME[name], ...(start && { start }), ...(end && { end }) },
    link: 'CAREFULLY',
  };
}
