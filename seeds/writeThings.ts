import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { withIntegers } from '../src/graph/integers.js';
import { popularityKey } from '../src/graph/nameQuery.js';
import type { Assembled, FactRow } from './assemble.js';
import { labelOf } from './byLabel.js';
import { touchCrowds } from './crowds.js';
import { FACT_TYPES, type FactType, factType, type ThingType } from './told.js';
import { touch, touchSeries } from './touched.js';

const held = (type: ThingType) => `
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  RETURN id, COLLECT { MATCH (thing)-[:NAMED]->(name:Name) RETURN name.key } AS names,
    COLLECT { MATCH (thing)-[:IDENTIFIED_BY]->(elsewhere) RETURN elsewhere.key } AS ids`;

const idModel = z.object({ id: z.string() });
const nameModel = z.object({ keys: z.string(), base: z.string().nullable() });
const heldModel = z.object({ id: z.string(), names: z.array(z.string()), ids: z.array(z.string()) });

/** What a thing holds that may have to go: the keys of its names and of its ids elsewhere. */
export type Held = Omit<z.output<typeof heldModel>, 'id'>;

/** What those of these things hold that are there already, by their ids. */
export async function heldBy(transaction: ManagedTransaction, type: ThingType, ids: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  const rows = await rowsIn(transaction, heldModel, held(type), { ids });
  return new Map(rows.map(({ id, ...each }) => [id, each]));
}

const made = (type: ThingType) => `UNWIND $rows AS row CREATE (thing:${type}) SET thing = row`;

/** What is found only by looking at others stays until that is done again (consequences.ts). */
const changed = (type: ThingType) => `
  UNWIND $rows AS row
  MATCH (thing:${type} {id: row.id})
  WITH thing, row, thing {.series, .titleOfSeries, .orderStart} AS among
  SET thing = row, thing.series = among.series, thing.titleOfSeries = among.titleOfSeries
  SET thing.orderStart = CASE WHEN thing:TieUp THEN among.orderStart ELSE thing.orderStart END`;

const toldFrom = (type: ThingType, toldBy: 'from' | 'to') =>
  (Object.keys(FACT_TYPES) as FactType[]).filter((each) => factType(each).toldBy === toldBy && factType(each)[toldBy].includes(type));

function unsaid(type: ThingType): readonly string[] {
  const [out, into] = [toldFrom(type, 'from'), toldFrom(type, 'to')];
  const matched = `UNWIND $ids AS id MATCH (thing:${type} {id: id})`;
  return [
    ...(out.length > 0 ? [`${matched} MATCH (thing)-[fact:${out.join('|')}]->(other) DELETE fact RETURN DISTINCT other.id AS id`] : []),
    ...(into.length > 0 ? [`${matched} MATCH (thing)<-[fact:${into.join('|')}]-(other) DELETE fact RETURN DISTINCT other.id AS id`] : []),
  ];
}

const idsUnsaid = (type: ThingType) => `UNWIND $ids AS id MATCH (thing:${type} {id: id}) MATCH (thing)-[fact:IDENTIFIED_BY]->() DELETE fact`;

const namesGone = `
  UNWIND $keys AS key
  MATCH (name:Name {key: key})
  WITH name, name.keys AS keys, name.base AS base DETACH DELETE name
  RETURN keys, base`;
const namesMade = (type: ThingType) => `
  UNWIND $rows AS row
  MATCH (thing:${type} {id: row.id})
  CREATE (name:Name) SET name = row.properties, name.key = row.key
  CREATE (thing)-[:NAMED {source: row.source}]->(name)`;
const namesSaid = `
  UNWIND $rows AS row
  MATCH ()-[named:NAMED]->(:Name {key: row.key}) WHERE named.source <> row.source
  SET named.source = row.source`;

const idsSaid = (type: ThingType) => `
  UNWIND $rows AS row
  MATCH (thing:${type} {id: row.id})
  MERGE (elsewhere:ExternalId {key: row.key}) ON CREATE SET elsewhere.site = row.site, elsewhere.value = row.value
  CREATE (thing)-[:IDENTIFIED_BY {source: row.source}]->(elsewhere)`;

const factsSaid = (type: FactType, from: string, to: string) => `
  UNWIND $rows AS row
  MATCH (from:${from} {id: row.from})
  MATCH (to:${to} {id: row.to})
  CREATE (from)-[fact:${type}]->(to) SET fact = row.properties`;

/** Writes things as their records now tell of them: what is no longer said goes, what is new comes. All that this may change of others is marked. */
export async function writeThings(transaction: ManagedTransaction, things: readonly Assembled[], before: ReadonlyMap<string, Held>): Promise<void> {
  const touched = new Set<string>();
  for (const type of new Set(things.map((thing) => thing.type))) {
    const own = things.filter((thing) => thing.type === type);
    const old = own.filter(({ id }) => before.has(id));
    const fresh = own.filter(({ id }) => !before.has(id));
    if (old.length > 0) {
      const ids = old.map(({ id }) => id);
      for (const statement of unsaid(type)) for (const { id } of await rowsIn(transaction, idModel, statement, { ids })) touched.add(id);
      await transaction.run(idsUnsaid(type), { ids });
      await transaction.run(changed(type), { rows: withIntegers(old.map(({ properties }) => properties)) });
      const kept = new Set(old.flatMap(({ names }) => names.map(({ key }) => key)));
      const keys = ids.flatMap((id) => before.get(id)?.names ?? []).filter((key) => !kept.has(key));
      if (keys.length > 0) await touchCrowds(transaction, await rowsIn(transaction, nameModel, namesGone, { keys }));
      await transaction.run(namesSaid, { rows: old.flatMap(({ names }) => names.filter(({ properties }) => properties === null)) });
    }
    if (fresh.length > 0) await transaction.run(made(type), { rows: withIntegers(fresh.map(({ properties }) => properties)) });
    const names = own.flatMap(namesOf);
    if (names.length > 0) await transaction.run(namesMade(type), { rows: withIntegers(names) });
    const ids = own.flatMap(({ id, ids: each }) => each.map((one) => ({ id, ...one })));
    if (ids.length > 0) await transaction.run(idsSaid(type), { rows: ids });
  }
  const facts = things.flatMap((thing) => thing.facts);
  await writeFacts(transaction, facts);
  for (const { id } of things) touched.add(id);
  for (const { from, to } of facts) touched.add(from).add(to);
  await touch(transaction, touched);
}

/** Names that are to be written, with how popular they are as far as only their thing is looked at: mostly that stays so. */
function namesOf({ id, names, ids, facts }: Assembled) {
  const word = popularityKey(names.length + ids.length + facts.length);
  return names.flatMap((name) =>
    name.properties ? [{ id, ...name, properties: { ...name.properties, keys: `${name.properties['keys']} ${word}` } }] : [],
  );
}

async function writeFacts(transaction: ManagedTransaction, facts: readonly FactRow[]): Promise<void> {
  const groups = new Map<string, FactRow[]>();
  for (const fact of facts) {
    const kind = `${fact.type} ${labelOf(fact.from)} ${labelOf(fact.to)}`;
    const rows = groups.get(kind) ?? [];
    groups.set(kind, rows);
    rows.push(fact);
  }
  for (const [kind, rows] of groups) {
    const { type } = rows[0] ?? {};
    const [, from = '', to = ''] = kind.split(' ');
    if (type) await transaction.run(factsSaid(type, from, to), { rows: withIntegers(rows) });
  }
}

const leaving = (type: ThingType) => `
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  RETURN thing.series AS series, COLLECT { MATCH (thing)-[:NAMED]->(name:Name) RETURN name.key } AS names,
    COLLECT { MATCH (thing)-[fact]-(other) WHERE other.id IS NOT NULL RETURN DISTINCT other.id } AS others`;
const gone = (type: ThingType) => `UNWIND $ids AS id MATCH (thing:${type} {id: id}) DETACH DELETE thing`;

const leavingModel = z.object({ series: z.string().nullable(), names: z.array(z.string()), others: z.array(z.string()) });

/** Takes things away that nobody tells of any more; what stood around them is marked. */
export async function removeThings(transaction: ManagedTransaction, type: ThingType, ids: readonly string[]): Promise<void> {
  const rows = await rowsIn(transaction, leavingModel, leaving(type), { ids });
  const names = await rowsIn(transaction, nameModel, namesGone, { keys: rows.flatMap((row) => row.names) });
  await transaction.run(gone(type), { ids });
  await touchCrowds(transaction, names);
  await touch(
    transaction,
    rows.flatMap(({ others }) => others),
  );
  await touchSeries(
    transaction,
    rows.flatMap(({ series }) => series ?? []),
  );
}

const idsGone = 'UNWIND $keys AS key MATCH (id:ExternalId {key: key}) WHERE NOT EXISTS { (id)<-[:IDENTIFIED_BY]-() } DELETE id';

/** Ids elsewhere that identify nothing any more. */
export async function removeIds(transaction: ManagedTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await transaction.run(idsGone, { keys });
}
