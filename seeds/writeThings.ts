import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { withIntegers } from '../src/graph/integers.js';
import type { Assembled, Sourced } from './assemble.js';
import { touchCrowds } from './crowds.js';
import { refsIn, toldIn } from './recordStore.js';
import { planned } from './statement.js';
import { FACT_TYPES, type FactType, factType, type ThingType } from './told.js';
import { touchSeries } from './touched.js';

/** Neo4j's own ids of things, by theirs. */
export type Nodes = Map<string, string>;

const held = (type: ThingType) =>
  planned(`
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  RETURN id, elementId(thing) AS node, COLLECT { MATCH (thing)-[named:NAMED]->(name:Name) RETURN [name.key, named.source] } AS names,
    COLLECT { MATCH (thing)-[:IDENTIFIED_BY]->(elsewhere) RETURN elsewhere.key } AS ids,
    COLLECT { MATCH (thing)<-[tells:TELLS_OF]-(record:Record)
      RETURN {source: record.source, about: record.about, said: record.said, merged: coalesce(tells.merges[-1], 0)} } AS records`);

const heldModel = z.object({
  id: z.string(),
  node: z.string(),
  names: z.array(z.tuple([z.string(), z.string()])),
  ids: z.array(z.string()),
  records: z.array(z.object({ source: z.string(), about: z.string(), said: z.string(), merged: z.int() })),
});

/** What a thing holds that may have to go, the keys of its names with their sources and of its ids elsewhere, and all that is told of it. */
export type Held = Pick<z.output<typeof heldModel>, 'node' | 'names' | 'ids'> & { readonly records: readonly Sourced[] };

/** What those of these things hold that are there already, by their ids. */
export async function heldBy(transaction: ManagedTransaction, type: ThingType, ids: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  const rows = await rowsIn(transaction, heldModel, held(type), { ids });
  return new Map(rows.map(({ id, ...each }) => [id, { ...each, records: each.records.map(sourced) }]));
}

function sourced({ source, about, said, merged }: z.output<typeof heldModel>['records'][number]): Sourced {
  const told = toldIn(said);
  return { source, refs: refsIn(about, told), told, merged };
}

const made = planned(`
  UNWIND $rows AS row
  CREATE (thing:$(row.type)) SET thing = row.properties, thing:Touched
  RETURN thing.id AS id, elementId(thing) AS node`);

/** What is found only by looking at others stays until that is done again. */
const changed = planned(`
  UNWIND $rows AS row
  MATCH (thing) WHERE elementId(thing) = row.node
  WITH thing, row, thing {.series, .titleOfSeries, .orderStart} AS among
  SET thing = row.properties, thing.series = among.series, thing.titleOfSeries = among.titleOfSeries, thing:Touched
  REMOVE thing:Stale
  SET thing.orderStart = CASE WHEN thing:TieUp THEN among.orderStart ELSE thing.orderStart END`);

const toldBy = (end: 'from' | 'to') => (Object.keys(FACT_TYPES) as FactType[]).filter((type) => factType(type).toldBy === end).join('|');

/** What a thing's records say of it goes before it is said anew; what others' records say of it stays. */
const unsaid = planned(`
  UNWIND $nodes AS node
  MATCH (thing) WHERE elementId(thing) = node
  CALL (thing) { MATCH (thing)-[fact:${toldBy('from')}]->(other) DELETE fact SET other:Touched }
  CALL (thing) { MATCH (thing)<-[fact:${toldBy('to')}]-(other) DELETE fact SET other:Touched }
  CALL (thing) { MATCH (thing)-[fact:IDENTIFIED_BY]->() DELETE fact }`);

const namesGone = planned(`
  UNWIND $keys AS key
  MATCH (name:Name {key: key})
  WITH name, name.keys AS keys, name.base AS base DETACH DELETE name
  RETURN keys, base`);
const nameModel = z.object({ keys: z.string(), base: z.string().nullable() });
const namesMade = planned(`
  UNWIND $rows AS row
  MATCH (thing) WHERE elementId(thing) = row.node
  CREATE (name:Name) SET name = row.properties
  CREATE (thing)-[:NAMED {source: row.source}]->(name)`);
const namesSaid = planned('UNWIND $rows AS row MATCH ()-[named:NAMED]->(:Name {key: row.key}) SET named.source = row.source');

const idsSaid = planned(`
  UNWIND $rows AS row
  MATCH (thing) WHERE elementId(thing) = row.node
  MERGE (elsewhere:ExternalId {key: row.key}) ON CREATE SET elsewhere.site = row.site, elsewhere.value = row.value
  CREATE (thing)-[:IDENTIFIED_BY {source: row.source}]->(elsewhere)`);

const factsSaid = planned(`
  UNWIND $rows AS row
  MATCH (from) WHERE elementId(from) = row.from
  MATCH (to) WHERE elementId(to) = row.to
  CREATE (from)-[fact:$(row.type)]->(to) SET fact = row.properties`);

const touched = planned('UNWIND $nodes AS node MATCH (thing) WHERE elementId(thing) = node SET thing:Touched');

/** Writes things as their records now tell of them: what is no longer said goes, what is new comes. What that means for others is left to the sweep. */
export async function writeThings(
  transaction: ManagedTransaction,
  things: readonly Assembled[],
  before: ReadonlyMap<string, Held>,
  nodes: Nodes,
): Promise<void> {
  const nodeOf = (id: string) => {
    const node = nodes.get(id);
    if (node === undefined) throw new Error(`${id} is not in the graph.`);
    return node;
  };
  const send = async (text: string, rows: readonly object[]) => {
    if (rows.length > 0) await transaction.run(text, { rows: withIntegers(rows) });
  };
  const old = things.filter(({ id }) => before.has(id));
  if (old.length > 0) await transaction.run(unsaid, { nodes: old.map(({ id }) => nodeOf(id)) });
  await send(
    changed,
    old.map(({ id, properties }) => ({ node: nodeOf(id), properties })),
  );
  await rename(transaction, old, before);
  const fresh = things.filter(({ id }) => !before.has(id)).map(({ type, properties }) => ({ type, properties }));
  if (fresh.length > 0) for (const { id, node } of await rowsIn(transaction, nodeModel, made, { rows: withIntegers(fresh) })) nodes.set(id, node);
  await send(
    namesMade,
    things.flatMap(({ id, names }) =>
      names.flatMap(({ key, properties, source }) => (properties ? [{ node: nodeOf(id), source, properties: { ...properties, key } }] : [])),
    ),
  );
  await send(
    idsSaid,
    things.flatMap(({ id, ids }) => ids.map((each) => ({ node: nodeOf(id), ...each }))),
  );
  const facts = things.flatMap((thing) => thing.facts);
  await send(
    factsSaid,
    facts.map(({ type, from, to, properties }) => ({ type, from: nodeOf(from), to: nodeOf(to), properties })),
  );
  const own = new Set(things.map(({ id }) => id));
  const others = new Set(facts.flatMap(({ from, to }) => [from, to]).filter((id) => !own.has(id)));
  if (others.size > 0) await transaction.run(touched, { nodes: [...others].map(nodeOf) });
}

const nodeModel = z.object({ id: z.string(), node: z.string() });

/** Names that are no longer said go, and those that another source now says first are its. */
async function rename(transaction: ManagedTransaction, things: readonly Assembled[], before: ReadonlyMap<string, Held>): Promise<void> {
  const kept = new Map(things.flatMap(({ names }) => names.map(({ key, source }) => [key, source] as const)));
  const written = things.flatMap(({ id }) => before.get(id)?.names ?? []);
  const gone = written.flatMap(([key]) => (kept.has(key) ? [] : [key]));
  await removeNames(transaction, gone);
  const said = written.flatMap(([key, source]) => (kept.has(key) && kept.get(key) !== source ? [{ key, source: kept.get(key) }] : []));
  if (said.length > 0) await transaction.run(namesSaid, { rows: said });
}

/** Takes names away; of what they hid by being many, the sweep sees what is left. */
async function removeNames(transaction: ManagedTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await touchCrowds(transaction, await rowsIn(transaction, nameModel, namesGone, { keys }));
}

const leaving = (type: ThingType) =>
  planned(`
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  CALL (thing) { MATCH (thing)--(other) WHERE other.id IS NOT NULL SET other:Touched }
  RETURN thing.series AS series, COLLECT { MATCH (thing)-[:NAMED]->(name:Name) RETURN name.key } AS names`);
const gone = (type: ThingType) => planned(`UNWIND $ids AS id MATCH (thing:${type} {id: id}) DETACH DELETE thing`);

const leavingModel = z.object({ series: z.string().nullable(), names: z.array(z.string()) });

/** Takes things away that nobody tells of any more; what stood around them is marked. */
export async function removeThings(transaction: ManagedTransaction, type: ThingType, ids: readonly string[]): Promise<void> {
  const rows = await rowsIn(transaction, leavingModel, leaving(type), { ids });
  await removeNames(
    transaction,
    rows.flatMap(({ names }) => names),
  );
  await transaction.run(gone(type), { ids });
  await touchSeries(
    transaction,
    rows.flatMap(({ series }) => series ?? []),
  );
}

const idsGone = planned('UNWIND $keys AS key MATCH (id:ExternalId {key: key}) WHERE NOT EXISTS { (id)<-[:IDENTIFIED_BY]-() } DELETE id');

/** Ids elsewhere that identify nothing any more. */
export async function removeIds(transaction: ManagedTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await transaction.run(idsGone, { keys });
}
