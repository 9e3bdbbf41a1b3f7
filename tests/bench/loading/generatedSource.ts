import type { DataSource, Reading } from '../../../seeds/source.js';
import { type FactTold, type FactType, factType, type ThingType, type Told } from '../../../seeds/told.js';
import type { Properties } from '../../../src/neo4j/csv.js';
import { appearsIn, expresses, factorCount, influencedBy, memberOf, performs, type Row, relatesTo, voices } from '../graphFacts.js';
import { fieldsTold, labels, type NamedKind, namesTold, tieUpFields } from '../graphThings.js';
import { createWorld, upTo, type World } from '../graphWorld.js';
import { type Counts, idOf } from '../numbered.js';
import { tieUpEnds } from '../tieUpEnds.js';

const described = { key: 'generated', title: 'Generated', licence: 'CC0-1.0' };

/** The generated graph (../graph.ts) as a source tells it, with what songs express besides: some 33 factors each. */
export function generatedSource(counts: Counts): DataSource {
  return { key: described.key, describe: () => described, read: () => readings(createWorld(counts)) };
}

/** Only the first songs. */
export function firstSongs(counts: Counts, songs: number): DataSource {
  return { ...generatedSource(counts), read: () => songsTold(createWorld(counts), songs) };
}

/** The same as the source's next version has them: each factor weighs something else. */
export function changedSource(counts: Counts, songs: number): DataSource {
  const changed = (each: FactTold): FactTold =>
    each.type === 'EXPRESSES' ? { ...each, says: { weight: Math.round(100 - 100 * Number(each.says?.['weight'])) / 100 } } : each;
  return {
    ...generatedSource(counts),
    *read() {
      for (const { place, told } of songsTold(createWorld(counts), songs)) yield { place, told: { ...told, facts: told.facts.map(changed) } };
    },
  };
}

function* readings(world: World): Generator<Reading> {
  const { counts } = world;
  for (const n of upTo(factorCount)) {
    yield reading('Factor', factorRef(n), { fields: { facet: 'MOOD' }, names: [{ text: `Factor ${n}`, kind: 'OFFICIAL', language: 'en' }] });
  }
  for (const n of upTo(counts.franchises)) yield named(world, 'franchises', n, {});
  for (const n of upTo(counts.artists)) yield named(world, 'artists', n, {});
  yield* alone('MEMBER_OF', memberOf(world));
  yield* alone('INFLUENCED_BY', influencedBy(world));
  for (const n of upTo(counts.works)) {
    const franchise = world.franchiseOf(n);
    const facts: FactTold[] = franchise === undefined ? [] : [{ type: 'PART_OF', other: idOf('franchises', franchise) }];
    yield named(world, 'works', n, { ids: [{ site: 'MAL', value: String(n) }], facts });
  }
  yield* alone('RELATES_TO', relatesTo(world));
  yield* songsTold(world, counts.songs);
  const [appearing, voiced] = [new InOrder('APPEARS_IN', appearsIn(world)), new InOrder('VOICES', voices(world))];
  for (const n of upTo(counts.characters)) {
    const works = appearing.of(idOf('characters', n));
    yield named(world, 'characters', n, {
      facts: [...works, ...voiced.of(idOf('characters', n))],
      within: works.slice(0, 1).map(({ other }) => other),
    });
  }
  for (const { n, fields } of tieUpFields(world)) {
    const { song, work } = tieUpEnds(counts, n);
    const within = [idOf('songs', song), idOf('works', work)] as const;
    const facts: FactTold[] = [
      { type: 'USES', other: within[0] },
      { type: 'FOR', other: within[1] },
    ];
    yield reading('TieUp', idOf('tieUps', n), { fields, facts, within: [...within] });
  }
}

function* songsTold(world: World, most: number) {
  const [credits, factors] = [new InOrder('PERFORMS', performs(world)), new InOrder('EXPRESSES', expresses(world))];
  for (const n of upTo(most)) yield named(world, 'songs', n, { facts: [...credits.of(idOf('songs', n)), ...factors.of(idOf('songs', n))] });
}

const factorRef = (n: number) => `factor_${n}`;

const named = (world: World, kind: NamedKind, n: number, rest: object) =>
  reading(labels[kind] as ThingType, idOf(kind, n), { fields: fieldsTold(kind, world, n), names: namesTold(kind, n), ...rest });

function reading(type: ThingType, ref: string, rest: object, record = ref): { readonly place: string; readonly told: Told } {
  return { place: record, told: { type, record, ref, names: [], ids: [], facts: [], fields: {}, ...rest } as unknown as Told };
}

/** Facts of which each comes in a record of its own. */
function* alone(type: FactType, rows: Iterable<Row>): Generator<Reading> {
  const { toldBy, from, to } = factType(type);
  for (const row of rows) {
    const owner = row[toldBy];
    const fact = factOf(type, row);
    yield reading(
      (toldBy === 'from' ? from : to)[0] ?? 'Work',
      owner,
      { facts: [fact] },
      `${owner} ${type} ${fact.other} ${JSON.stringify(fact.identity)}`,
    );
  }
}

function factOf(type: FactType, { from, to, properties }: Row): FactTold {
  const { toldBy, identity, says } = factType(type);
  const among = (names: object) =>
    Object.fromEntries(Object.keys(names).flatMap((name) => (present(properties, name) ? [[name, properties[name]]] : [])));
  return { type, other: toldBy === 'from' ? to : from, identity: among(identity), says: among(says) } as FactTold;
}

const present = (properties: Properties, name: string) => properties[name] !== undefined;

/** Facts that come in the order of the things that tell them. */
class InOrder {
  private readonly type: FactType;
  private readonly rows: Iterator<Row>;
  private next: Row | undefined;

  constructor(type: FactType, rows: Iterable<Row>) {
    this.type = type;
    this.rows = rows[Symbol.iterator]();
    this.step();
  }

  of(owner: string): readonly FactTold[] {
    const facts: FactTold[] = [];
    for (; this.next?.[factType(this.type).toldBy] === owner; this.step()) facts.push(factOf(this.type, this.next));
    return facts;
  }

  private step(): void {
    const { done, value } = this.rows.next();
    this.next = done ? undefined : value;
  }
}
