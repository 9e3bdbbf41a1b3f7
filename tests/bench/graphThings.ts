import { tieUpRank } from '../../seeds/ranks.js';
import { seasonOf } from '../../seeds/season.js';
import { externalKey } from '../../src/graph/externalIds.js';
import { labelKey, popularityKey } from '../../src/graph/nameQuery.js';
import { orderKeysOf } from '../../src/graph/orderKeys.js';
import { NAME_KINDS, TIE_UP_KINDS } from '../../src/graph/vocabulary.js';
import { gramsOf, writeKeys } from '../../src/names/keys.js';
import { scriptOf } from '../../src/names/script.js';
import { spell } from '../../src/names/spelling.js';
import type { Columns } from '../../src/neo4j/csv.js';
import type { NodeTable } from '../../src/neo4j/offlineImport.js';
import { type GeneratedName, generatedName } from './generatedNames.js';
import { sourceOf, upTo, type World } from './graphWorld.js';
import { idOf, type Kind } from './numbered.js';
import { chance, evenly, oneOf, randomOf } from './random.js';
import { tieUpEnds } from './tieUpEnds.js';

export type NamedKind = Exclude<Kind, 'tieUps'>;

type Fields = Readonly<Record<string, string | number | readonly number[]>>;
type Given = Readonly<Record<string, string | number | readonly number[] | undefined>>;

const named: Columns = { original: 'string', kana: 'string', romaji: 'string', orderName: 'string', statedBy: 'string[]' };

export const labels: Readonly<Record<NamedKind, string>> = {
  works: 'Work',
  songs: 'Song',
  artists: 'Artist',
  characters: 'Character',
  franchises: 'Franchise',
};
export const namedKinds = Object.keys(labels) as readonly NamedKind[];

const columns: Readonly<Record<NamedKind, Columns>> = {
  works: { medium: 'string', format: 'string', start: 'string', end: 'string', season: 'string', officialSite: 'string', orderStart: 'string' },
  songs: { released: 'string', language: 'string', orderReleased: 'string' },
  artists: { kind: 'string', born: 'string', formed: 'string', from: 'string', orderBorn: 'string' },
  characters: { gender: 'string', birthday: 'string' },
  franchises: {},
};

const fieldsOf: Readonly<Record<NamedKind, (world: World, n: number) => Given>> = {
  works: workFields,
  songs: songFields,
  artists: artistFields,
  characters: characterFields,
  franchises: () => ({}),
};

export function nodeTables(world: World): readonly NodeTable[] {
  return [
    sources,
    ...namedKinds.map((kind) => thingTable(world, kind)),
    tieUpTable(world),
    ...namedKinds.map((kind) => nameTable(world, kind)),
    malIds(world),
  ];
}

const sources: NodeTable = {
  label: 'Source',
  key: 'key',
  columns: { title: 'string', licence: 'string', url: 'string', version: 'string', date: 'string' },
  rows: ['curated', 'archive', 'register'].map((key) => ({
    key,
    properties: { title: `Generated ${key}`, licence: 'CC0-1.0', url: `https://${key}.example/`, version: '1', date: '2026-01-01' },
  })),
};

function thingTable(world: World, kind: NamedKind): NodeTable {
  return { label: labels[kind], key: 'id', columns: { ...named, ...columns[kind] }, rows: thingRows(world, kind) };
}

function* thingRows(world: World, kind: NamedKind) {
  for (const n of upTo(world.counts[kind])) {
    const fields = present(fieldsOf[kind](world, n));
    const season = kind === 'works' ? present({ season: seasonOf(fields['start']) ?? undefined }) : {};
    const shown = { ...fields, ...formsOf(kind, n) };
    const source = sourceOf(randomOf(`${kind} source`, n));
    yield { key: idOf(kind, n), properties: { ...shown, ...season, ...orderKeysOf(labels[kind], shown), statedBy: statedBy(fields, source) } };
  }
}

function present(fields: Given): Fields {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function statedBy(fields: Fields, source: string): readonly string[] {
  return Object.keys(fields)
    .sort()
    .map((name) => `${name}=${source}`);
}

/** All have their name as it is written, half its reading, half its romaji. */
function formsTold(kind: NamedKind, n: number): readonly (keyof GeneratedName)[] {
  const random = randomOf(`${kind} forms`, n);
  return ['original', ...(chance(random, 0.5) ? (['kana'] as const) : []), ...(chance(random, 0.5) ? (['romaji'] as const) : [])];
}

function formsOf(kind: NamedKind, n: number): Readonly<Record<string, string>> {
  const name = generatedName(kind, n);
  return Object.fromEntries(formsTold(kind, n).map((form) => [form, name[form]]));
}

function workFields(world: World, n: number): Given {
  const random = randomOf('work', n);
  const start = world.startOf(n);
  const medium = oneOf(random, [
    ['ANIME', 0.7],
    ['GAME', 0.1],
    ['FILM', 0.07],
    ['DRAMA', 0.06],
    ['MANGA', 0.04],
    ['NOVEL', 0.02],
    ['STAGE', 0.01],
  ]);
  const format = oneOf(random, [
    ['TV', 0.5],
    ['MOVIE', 0.16],
    ['OVA', 0.14],
    ['WEB', 0.1],
    ['SPECIAL', 0.1],
  ]);
  const ended = start?.length === 10 && chance(random, 0.5);
  return {
    medium,
    format: medium === 'ANIME' ? format : undefined,
    start,
    end: ended ? `${start.slice(0, 5)}12-2${evenly(random, 9)}` : undefined,
    officialSite: chance(random, 0.3) ? `https://work-${n}.example/` : undefined,
  };
}

function songFields(_world: World, n: number): Given {
  const random = randomOf('song', n);
  const year = 2026 - Math.floor(62 * random() ** 2);
  const day = `${year}-${10 + evenly(random, 3)}-${10 + evenly(random, 19)}`;
  const released = oneOf(random, [
    [day, 0.6],
    [String(year), 0.3],
    [undefined, 0.1],
  ]);
  const language = oneOf(random, [
    ['ja', 0.7],
    ['en', 0.1],
    [undefined, 0.2],
  ]);
  return { released, language };
}

/** Every seventh artist is a group. */
export const groupEvery = 7;

function artistFields(_world: World, n: number): Given {
  const random = randomOf('artist', n);
  const from = chance(random, 0.4) ? 'JP' : undefined;
  if (n % groupEvery === 0) return { kind: 'GROUP', formed: chance(random, 0.6) ? String(1965 + evenly(random, 60)) : undefined, from };
  const birthday = `${1940 + evenly(random, 66)}-${10 + evenly(random, 3)}-${10 + evenly(random, 19)}`;
  return { kind: chance(random, 0.97) ? 'PERSON' : 'CHARACTER_UNIT', born: chance(random, 0.5) ? birthday : undefined, from };
}

function characterFields(_world: World, n: number): Given {
  const random = randomOf('character', n);
  const gender = oneOf(random, [
    ['FEMALE', 0.45],
    ['MALE', 0.4],
    ['OTHER', 0.02],
    [undefined, 0.13],
  ]);
  return { gender, birthday: chance(random, 0.3) ? `--${10 + evenly(random, 3)}-${10 + evenly(random, 19)}` : undefined };
}

function tieUpTable(world: World): NodeTable {
  const own: Columns = { kind: 'string', sequence: 'long', version: 'long', episodes: 'long[]', onAirFrom: 'string', source: 'string', rank: 'long' };
  return { label: 'TieUp', key: 'id', columns: { ...own, orderStart: 'string', statedBy: 'string[]' }, rows: tieUpRows(world) };
}

function* tieUpRows(world: World) {
  for (const { n, start, source, fields: told } of tieUpFields(world)) {
    const fields = { ...told, source, rank: tieUpRank(told) };
    yield { key: idOf('tieUps', n), properties: { ...fields, ...orderKeysOf('TieUp', fields, start), statedBy: statedBy(fields, source) } };
  }
}

/** What each tie-up says itself, with when its work starts. */
export function* tieUpFields(world: World) {
  const told = new Uint16Array(world.counts.works * TIE_UP_KINDS.length);
  for (const n of upTo(world.counts.tieUps)) {
    const { work } = tieUpEnds(world.counts, n);
    const start = world.startOf(work);
    const random = randomOf('tie-up', n);
    const kind = oneOf(random, tieUpKinds);
    const place = (work - 1) * TIE_UP_KINDS.length + TIE_UP_KINDS.indexOf(kind);
    const nth = (told[place] ?? 0) + 1;
    told[place] = nth;
    const sequence = chance(random, 0.85) ? nth : undefined;
    const version = chance(random, 0.05) ? 2 : undefined;
    const episodes = chance(random, 0.5) ? [1 + 12 * (nth - 1), 12 * nth] : undefined;
    const source = sourceOf(random);
    yield { n, start, source, fields: present({ kind, sequence, version, episodes, onAirFrom: chance(random, 0.3) ? start : undefined }) };
  }
}

const tieUpKinds: readonly (readonly [(typeof TIE_UP_KINDS)[number], number])[] = [
  ['OPENING', 0.32],
  ['ENDING', 0.32],
  ['INSERT', 0.2],
  ['MAIN_THEME', 0.07],
  ['IMAGE_SONG', 0.04],
  ['COMMERCIAL', 0.02],
  ['GAME', 0.02],
  ['EVENT', 0.01],
];

type NameKind = (typeof NAME_KINDS)[number];

const nameKinds: Readonly<Record<keyof GeneratedName, NameKind>> = { original: 'OFFICIAL', kana: 'READING', romaji: 'ROMAJI' };

const nameColumns: Columns = {
  text: 'string',
  language: 'string',
  script: 'string',
  kind: 'string',
  spoiler: 'boolean',
  rank: 'long',
  keys: 'string',
  grams: 'string',
};

function nameTable(world: World, kind: NamedKind): NodeTable {
  return { label: 'Name', key: 'key', columns: nameColumns, rows: nameRows(world, kind) };
}

function* nameRows(world: World, kind: NamedKind) {
  for (const n of upTo(world.counts[kind])) yield* namesOf(kind, n);
}

function namesOf(kind: NamedKind, n: number) {
  const name = generatedName(kind, n);
  const about = `${labelKey(labels[kind])} ${popularityKey(factsToldOf(kind, n))}`;
  return formsTold(kind, n).map((form) => ({ key: nameKey(kind, n, form), properties: nameProperties(nameKinds[form], name[form], about) }));
}

/** As skewed as in life, though not counted: the facts are generated elsewhere. */
const factsToldOf = (kind: NamedKind, n: number) => Math.floor(4 / (randomOf(`${kind} facts`, n)() + 0.002));

/** The names of a thing as a source tells them. */
export function namesTold(kind: NamedKind, n: number) {
  const name = generatedName(kind, n);
  return formsTold(kind, n).map((form) => ({ text: name[form], kind: nameKinds[form], language: 'ja' }));
}

/** Its fields. */
export const fieldsTold = (kind: NamedKind, world: World, n: number): Fields => present(fieldsOf[kind](world, n));

function nameProperties(kind: NameKind, text: string, about: string) {
  const spelling = spell(text, { language: 'ja', readings: false });
  const indexed = { keys: `${about} ${writeKeys(spelling)}`, grams: gramsOf(spelling).join(' ') };
  return { text, language: 'ja', script: scriptOf(text, 'ja') ?? undefined, kind, spoiler: false, rank: NAME_KINDS.indexOf(kind), ...indexed };
}

/** The keys of the names of a thing, without the names. */
export function nameKeysOf(kind: NamedKind, n: number): readonly string[] {
  return formsTold(kind, n).map((form) => nameKey(kind, n, form));
}

function nameKey(kind: NamedKind, n: number, form: keyof GeneratedName): string {
  return `${idOf(kind, n)}.${form}`;
}

function malIds(world: World): NodeTable {
  return { label: 'ExternalId', key: 'key', columns: { site: 'string', value: 'string' }, rows: malRows(world) };
}

function* malRows({ counts }: World) {
  for (const n of upTo(counts.works)) yield { key: malKey(n), properties: { site: 'MAL', value: String(n) } };
}

/** The n-th work has the id n on MAL. */
export function malKey(work: number): string {
  return externalKey('MAL', String(work));
}
