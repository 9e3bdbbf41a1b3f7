import { CHARACTER_ROLES, CREDIT_ROLES } from '../../src/graph/vocabulary.js';
import type { Columns, Properties } from '../../src/neo4j/csv.js';
import type { RelationshipTable } from '../../src/neo4j/offlineImport.js';
import { generatedName } from './generatedNames.js';
import { groupEvery, labels, malKey, type NamedKind, namedKinds, nameKeysOf } from './graphThings.js';
import { numberFrom, sourceOf, upTo, type World } from './graphWorld.js';
import { idOf } from './numbered.js';
import { chance, evenly, oneOf, type Random, randomOf } from './random.js';
import { tieUpEnds } from './tieUpEnds.js';

export interface Row {
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

export function relationshipTables(world: World): readonly RelationshipTable[] {
  return [
    ...namedKinds.map((kind) => table(labels[kind], 'NAMED', 'Name', {}, named(world, kind))),
    table('Work', 'IDENTIFIED_BY', 'ExternalId', {}, identifiedBy(world)),
    table('TieUp', 'USES', 'Song', {}, uses(world)),
    table('TieUp', 'FOR', 'Work', {}, isFor(world)),
    table('Artist', 'PERFORMS', 'Song', { role: 'string', creditedAs: 'string', order: 'long', rank: 'long' }, performs(world)),
    table('Work', 'PART_OF', 'Franchise', { order: 'long', storyOrder: 'long' }, partOf(world)),
    table('Work', 'RELATES_TO', 'Work', { kind: 'string', inverse: 'string' }, relatesTo(world)),
    table('Character', 'APPEARS_IN', 'Work', { role: 'string', rank: 'long' }, appearsIn(world)),
    table('Artist', 'VOICES', 'Character', { language: 'string' }, voices(world)),
    table('Artist', 'MEMBER_OF', 'Artist', { from: 'string', to: 'string' }, memberOf(world)),
    table('Artist', 'INFLUENCED_BY', 'Artist', {}, influencedBy(world)),
  ];
}

function table(from: string, type: string, to: string, columns: Columns, rows: Iterable<Row>): RelationshipTable {
  return { from, type, to, columns: { ...columns, source: 'string' }, rows };
}

function* named({ counts }: World, kind: NamedKind): Generator<Row> {
  for (const n of upTo(counts[kind])) {
    const source = sourceOf(randomOf('named', n));
    for (const key of nameKeysOf(kind, n)) yield { from: idOf(kind, n), to: key, properties: { source } };
  }
}

function* identifiedBy({ counts }: World): Generator<Row> {
  for (const n of upTo(counts.works)) yield { from: idOf('works', n), to: malKey(n), properties: { source: 'register' } };
}

function* uses({ counts }: World): Generator<Row> {
  for (const n of upTo(counts.tieUps)) {
    yield { from: idOf('tieUps', n), to: idOf('songs', tieUpEnds(counts, n).song), properties: { source: sourceOf(randomOf('uses', n)) } };
  }
}

function* isFor({ counts }: World): Generator<Row> {
  for (const n of upTo(counts.tieUps)) {
    yield { from: idOf('tieUps', n), to: idOf('works', tieUpEnds(counts, n).work), properties: { source: sourceOf(randomOf('for', n)) } };
  }
}

type Role = (typeof CREDIT_ROLES)[number];

/** How many artists a song has in each role, and how unevenly songs fall to artists. */
const credits: readonly { readonly role: Role; readonly counts: Shares; readonly evenness: number }[] = [
  { role: 'PERFORMER', counts: shares(0, 0.75, 0.2, 0.05), evenness: 0.01 },
  { role: 'FEATURED', counts: shares(0.97, 0.03), evenness: 0.02 },
  { role: 'LYRICIST', counts: shares(0.2, 0.75, 0.05), evenness: 0.005 },
  { role: 'COMPOSER', counts: shares(0.2, 0.75, 0.05), evenness: 0.005 },
  { role: 'ARRANGER', counts: shares(0.4, 0.6), evenness: 0.005 },
];

type Shares = readonly (readonly [count: number, share: number])[];

/** How many songs have none, one, two … */
function shares(...each: readonly number[]): Shares {
  return each.map((share, count) => [count, share]);
}

export function* performs({ counts }: World): Generator<Row> {
  for (const song of upTo(counts.songs)) {
    const random = randomOf('performs', song);
    const source = sourceOf(random);
    for (const credit of credits) {
      const artists = different(random, oneOf(random, credit.counts), () => numberFrom(random, counts.artists, credit.evenness));
      for (const [index, artist] of artists.entries()) {
        const creditedAs = chance(random, 0.04) ? generatedName('credits', artist).original : undefined;
        const rank = CREDIT_ROLES.indexOf(credit.role) * 100 + index;
        const properties = { role: credit.role, creditedAs, order: index + 1, rank, source };
        yield { from: idOf('artists', artist), to: idOf('songs', song), properties };
      }
    }
  }
}

/** At most so many, each once. */
function different(random: Random, count: number, draw: (random: Random) => number): readonly number[] {
  return [...new Set(Array.from({ length: count }, () => draw(random)))];
}

function* partOf({ counts, partsOf }: World): Generator<Row> {
  for (const franchise of upTo(counts.franchises)) {
    const source = sourceOf(randomOf('part of', franchise));
    const storyKnown = chance(randomOf('story', franchise), 0.2);
    for (const [index, work] of partsOf(franchise).entries()) {
      const order = index + 1;
      const properties = { order, storyOrder: storyKnown ? order : undefined, source };
      yield { from: idOf('works', work), to: idOf('franchises', franchise), properties };
    }
  }
}

const relations: readonly (readonly [{ readonly kind: string; readonly inverse: string }, number])[] = [
  [{ kind: 'SEQUEL', inverse: 'PREQUEL' }, 0.55],
  [{ kind: 'SIDE_STORY', inverse: 'MAIN_STORY' }, 0.25],
  [{ kind: 'SUMMARY', inverse: 'FULL_STORY' }, 0.1],
  [{ kind: 'ADAPTATION', inverse: 'ORIGINAL' }, 0.1],
];

/** A work of a franchise often relates to the one before it. */
export function* relatesTo({ counts, partsOf }: World): Generator<Row> {
  for (const franchise of upTo(counts.franchises)) {
    const parts = partsOf(franchise);
    for (const [index, work] of parts.entries()) {
      const random = randomOf('relates to', work);
      const before = parts[index - 1];
      if (before === undefined || !chance(random, 0.43)) continue;
      const properties = { ...oneOf(random, relations), source: sourceOf(random) };
      yield { from: idOf('works', work), to: idOf('works', before), properties };
    }
  }
}

/** A character's further works are mostly of the same franchise. */
export function* appearsIn(world: World): Generator<Row> {
  for (const character of upTo(world.counts.characters)) {
    const random = randomOf('appears in', character);
    const first = numberFrom(random, world.counts.works, 0.03);
    const further = chance(random, 0.18) ? Array.from({ length: 1 + evenly(random, 3) }, () => otherWork(world, random, first)) : [];
    const role = oneOf(random, characterRoles);
    const source = sourceOf(random);
    for (const work of new Set([first, ...further])) {
      const properties = { role, rank: CHARACTER_ROLES.indexOf(role), source };
      yield { from: idOf('characters', character), to: idOf('works', work), properties };
    }
  }
}

const characterRoles: readonly (readonly [(typeof CHARACTER_ROLES)[number], number])[] = [
  ['MAIN', 0.25],
  ['SUPPORTING', 0.5],
  ['MINOR', 0.25],
];

function otherWork({ counts, franchiseOf, partsOf }: World, random: Random, work: number): number {
  const franchise = franchiseOf(work);
  const parts = franchise === undefined ? [] : partsOf(franchise);
  return parts[evenly(random, parts.length)] ?? 1 + evenly(random, counts.works);
}

/** Every tenth artist lends a voice. */
export function* voices({ counts }: World): Generator<Row> {
  const voice = (random: Random) => 10 * numberFrom(random, counts.artists / 10, 0.03);
  for (const character of upTo(counts.characters)) {
    const random = randomOf('voices', character);
    const languages = [...(chance(random, 0.72) ? ['ja'] : []), ...(chance(random, 0.08) ? ['en'] : [])];
    for (const language of languages) {
      yield { from: idOf('artists', voice(random)), to: idOf('characters', character), properties: { language, source: sourceOf(random) } };
    }
  }
}

export function* memberOf({ counts }: World): Generator<Row> {
  const groups = Math.floor(counts.artists / groupEvery);
  for (const artist of upTo(counts.artists)) {
    const random = randomOf('member of', artist);
    if (artist % groupEvery === 0 || !chance(random, 0.2 / (1 - 1 / groupEvery))) continue;
    const year = 1985 + evenly(random, 38);
    const from = chance(random, 0.6) ? String(year) : undefined;
    const to = from !== undefined && chance(random, 0.3) ? String(year + 1 + evenly(random, 3)) : undefined;
    const group = groupEvery * (1 + evenly(random, groups));
    yield { from: idOf('artists', artist), to: idOf('artists', group), properties: { from, to, source: sourceOf(random) } };
  }
}

export function* influencedBy({ counts }: World): Generator<Row> {
  for (const artist of upTo(counts.artists)) {
    const random = randomOf('influenced by', artist);
    const other = numberFrom(random, counts.artists, 0.01);
    if (!chance(random, 0.05) || other === artist) continue;
    yield { from: idOf('artists', artist), to: idOf('artists', other), properties: { source: sourceOf(random) } };
  }
}

export const factorCount = 2_000;

/** What songs express: 33 factors on average, each of a song once. */
export function* expresses({ counts }: World): Generator<Row> {
  for (const song of upTo(counts.songs)) {
    const random = randomOf('expresses', song);
    const factors = different(random, 20 + evenly(random, 28), () => numberFrom(random, factorCount, 0.05));
    for (const factor of factors) {
      yield { from: idOf('songs', song), to: `factor_${factor}`, properties: { weight: Math.round(5 + 95 * random()) / 100 } };
    }
  }
}
