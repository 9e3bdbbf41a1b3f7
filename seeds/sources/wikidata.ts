import { z } from 'zod';
import { Meter } from '../reading/reached.js';
import type { DataSource, Reached, Reading } from '../source.js';
import type { FactTold, ThingType } from '../told.js';
import { dateOf } from './dumps/dates.js';
import { readLines } from './dumps/lines.js';
import { toldOf } from './toldOf.js';

/** A dump of Wikidata's entities, whole or in part: works, songs, artists and characters with what is said between those of the file. */
export const wikidata: DataSource = {
  key: 'wikidata',
  describe: () => ({ key: 'wikidata', title: 'Wikidata', licence: 'CC0-1.0', url: 'https://www.wikidata.org' }),
  read,
};

const labelModel = z.object({ language: z.string(), value: z.string().min(1) });
const statementModel = z.object({
  rank: z.enum(['preferred', 'normal', 'deprecated']),
  mainsnak: z.object({ snaktype: z.string(), datavalue: z.object({ value: z.unknown() }).optional() }),
});
const entityModel = z.object({
  id: z.string(),
  labels: z.record(z.string(), labelModel),
  aliases: z.record(z.string(), z.array(labelModel)),
  claims: z.record(z.string(), z.array(statementModel)),
});

type Entity = z.infer<typeof entityModel>;

const itemModel = z.object({ id: z.string() });
const timeModel = z.object({ time: z.string(), precision: z.int() });

const values = ({ claims }: Entity, property: string): readonly unknown[] =>
  (claims[property] ?? [])
    .filter(({ rank, mainsnak }) => rank !== 'deprecated' && mainsnak.datavalue)
    .map(({ mainsnak }) => mainsnak.datavalue?.value);

const itemsOf = (entity: Entity, property: string): readonly string[] =>
  values(entity, property).flatMap((value) => itemModel.safeParse(value).data?.id ?? []);

const textsOf = (entity: Entity, property: string): readonly string[] =>
  values(entity, property).flatMap((value) => z.string().safeParse(value).data ?? []);

/** Precision 9 is a year, 10 a month, 11 a day. */
function dateAt(entity: Entity, property: string): string | undefined {
  const { time, precision } = values(entity, property).flatMap((value) => timeModel.safeParse(value).data ?? [])[0] ?? { time: '', precision: 0 };
  return precision < 9 ? undefined : dateOf(time)?.slice(0, precision === 9 ? 4 : precision === 10 ? 7 : 10);
}

interface Kind {
  readonly type: ThingType;
  readonly fields: Readonly<Record<string, string>>;
}

const work = (medium: string, format?: string): Kind => ({ type: 'Work', fields: { medium, ...(format && { format }) } });

/** What an entity is an instance of (P31). */
const KINDS: Readonly<Record<string, Kind>> = {
  Q63952888: work('ANIME', 'TV'),
  Q20650540: work('ANIME', 'MOVIE'),
  Q220898: work('ANIME', 'OVA'),
  Q113687694: work('ANIME', 'OVA'),
  Q113671041: work('ANIME', 'WEB'),
  Q11424: work('FILM'),
  Q7889: work('GAME'),
  Q21198342: work('MANGA'),
  Q7366: { type: 'Song', fields: {} },
  Q134556: { type: 'Song', fields: {} },
  Q105543609: { type: 'Song', fields: {} },
  Q5: { type: 'Artist', fields: { kind: 'PERSON' } },
  Q215380: { type: 'Artist', fields: { kind: 'GROUP' } },
  Q9212979: { type: 'Artist', fields: { kind: 'GROUP' } },
  Q5741069: { type: 'Artist', fields: { kind: 'GROUP' } },
  Q641066: { type: 'Artist', fields: { kind: 'GROUP' } },
  Q95074: { type: 'Character', fields: {} },
  Q15632617: { type: 'Character', fields: {} },
  Q80447738: { type: 'Character', fields: {} },
  Q87576284: { type: 'Character', fields: {} },
  Q1569167: { type: 'Character', fields: {} },
};

const kindOf = (entity: Entity): Kind | undefined => itemsOf(entity, 'P31').flatMap((id) => KINDS[id] ?? [])[0];

/** MusicBrainz has an id for the artist (P434), the work (P435) and the recording (P4404). */
const SITES = {
  ...{ P4086: 'MAL', P8729: 'ANILIST', P5646: 'ANIDB', P5732: 'BANGUMI' },
  ...{ P434: 'MUSICBRAINZ', P435: 'MUSICBRAINZ', P4404: 'MUSICBRAINZ', P1243: 'ISRC', P1827: 'ISWC' },
} as const;
const DATES: Readonly<Partial<Record<ThingType, Readonly<Record<string, string>>>>> = {
  Work: { P577: 'start', P580: 'start', P582: 'end' },
  Song: { P577: 'released' },
  Artist: { P569: 'born', P571: 'formed' },
};
const GENDERS: Readonly<Record<string, string>> = { Q6581097: 'MALE', Q6581072: 'FEMALE' };

/** Facts that the entity itself tells: by type of the entity, property and type of the other. */
const LEADS: readonly { readonly of: ThingType; readonly property: string; readonly to: ThingType; readonly fact: Omit<FactTold, 'other'> }[] = [
  { of: 'Song', property: 'P175', to: 'Artist', fact: { type: 'PERFORMS', identity: { role: 'PERFORMER' } } },
  { of: 'Song', property: 'P676', to: 'Artist', fact: { type: 'PERFORMS', identity: { role: 'LYRICIST' } } },
  { of: 'Song', property: 'P86', to: 'Artist', fact: { type: 'PERFORMS', identity: { role: 'COMPOSER' } } },
  { of: 'Character', property: 'P1441', to: 'Work', fact: { type: 'APPEARS_IN' } },
  { of: 'Character', property: 'P725', to: 'Artist', fact: { type: 'VOICES', identity: { language: 'ja' } } },
];

/** Twice over the file, since entities come in no order: the things, then the facts between them. Kept are ids and types. */
async function* read(path: string, reached: Reached): AsyncIterable<Reading> {
  const meter = new Meter([path, path], reached);
  const types = new Map<string, ThingType>();
  const appearances = new Map<string, string[]>();
  for await (const line of readLines(path, entityModel, meter.next(path))) {
    if ('rejected' in line) {
      yield line;
      continue;
    }
    const { place, value } = line;
    const kind = kindOf(value);
    if (!kind) {
      const reason = `P31 must lead to a kind that is read, but got ${itemsOf(value, 'P31').join(', ') || 'none'}; wikidata.ts tells which are.`;
      yield { rejected: { place, reason, row: value.id } };
      continue;
    }
    types.set(value.id, kind.type);
    if (kind.type === 'Work')
      for (const character of itemsOf(value, 'P674')) appearances.set(character, [...(appearances.get(character) ?? []), value.id]);
    yield thingOf(place, value, kind);
  }
  for await (const line of readLines(path, entityModel, meter.next(path))) {
    if (!('rejected' in line)) yield* factsOf(line.place, line.value, types, appearances.get(line.value.id) ?? []);
  }
}

function thingOf(place: string, entity: Entity, { type, fields }: Kind): Reading {
  const dates = Object.entries(DATES[type] ?? {}).flatMap(([property, field]) => {
    const date = dateAt(entity, property);
    return date === undefined ? [] : [[field, date] as const];
  });
  const gender = type === 'Character' ? itemsOf(entity, 'P21').flatMap((id) => GENDERS[id] ?? [])[0] : undefined;
  const ids = Object.entries(SITES).flatMap(([property, site]) => textsOf(entity, property).map((value) => ({ site, value })));
  return toldOf(place, {
    type,
    record: entity.id,
    ref: entity.id,
    names: namesOf(entity),
    ids: [{ site: 'WIKIDATA', value: entity.id }, ...ids],
    fields: { ...fields, ...Object.fromEntries(dates), ...(gender && { gender }) },
    facts: [],
  });
}

const LANGUAGES = ['ja', 'en', 'zh', 'ko'] as const;

const namesOf = ({ labels, aliases }: Entity) =>
  LANGUAGES.flatMap((language) => [
    ...(labels[language] ? [{ text: labels[language].value, kind: language === 'ja' ? 'OFFICIAL' : 'TRANSLATION', language }] : []),
    ...(aliases[language] ?? []).map(({ value }) => ({ text: value, kind: 'ALIAS', language })),
  ]);

function* factsOf(place: string, entity: Entity, types: ReadonlyMap<string, ThingType>, appearances: readonly string[]): Iterable<Reading> {
  const type = types.get(entity.id);
  if (!type) return;
  const facts: FactTold[] = [];
  for (const { property, to, fact } of LEADS.filter(({ of }) => of === type)) {
    const others = [...itemsOf(entity, property), ...(property === 'P1441' ? appearances : [])];
    for (const other of new Set(others)) {
      if (types.get(other) === to) facts.push({ ...fact, other });
      else
        yield {
          rejected: {
            place,
            reason: `Its ${property} leads to ${other}, which the file does not tell of as a ${to}; that fact is left out.`,
            row: entity.id,
          },
        };
    }
  }
  if (facts.length > 0) yield toldOf(place, { type, record: `facts:${entity.id}`, ref: entity.id, names: [], ids: [], fields: {}, facts });
}
