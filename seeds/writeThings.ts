import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { typeOfId } from '../src/graph/ids.js';
import { withIntegers } from '../src/graph/integers.js';
import { popularityLevels } from '../src/graph/nameQuery.js';
import type { Assembled, FactRow } from './assemble.js';
import { FACT_TYPES, type FactType, factType, type ThingType } from './told.js';

const held = (type: ThingType) => `
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  RETURN id, COLLECT { MATCH (thing)-[:NAMED]->(name:Name) RETURN name.key } AS names,
    COLLECT { MATCH (thing)-[:IDENTIFIED_BY]->(elsewhere) RETURN elsewhere.key } AS ids`;

const heldModel = z.object({ id: z.string(), names: z.array(z.string()), ids: z.array(z.string()) });

/** What a thing holds that may have to go: the keys of its names and of its ids elsewhere. */
export type Held = Omit<z.output<typeof heldModel>, 'id'>;

/** What those of these things hold that are there already, by their ids. */
export async function heldBy(transaction: ManagedTransaction, type: ThingType, ids: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  const rows = await rowsIn(transaction, heldModel, held(type), { ids });
  return new Map(rows.map(({ id, ...each }) => [id, each]));
}

const made = (type: ThingType) => `UNWIND $rows AS row CREATE (thing:${type}) SET thing = row`;

/** What is found only by looking at others stays until that is done again. */
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
    ...(out.length > 0 ? [`${matched} MATCH (thing)-[fact:${out.join('|')}]->() DELETE fact`] : []),
    ...(into.length > 0 ? [`${matched} MATCH (thing)<-[fact:${into.join('|')}]-() DELETE fact`] : []),
    `${matched} MATCH (thing)-[fact:IDENTIFIED_BY]->() DELETE fact`,
  ];
}

const namesGone = 'UNWIND $keys AS key MATCH (name:Name {key: key}) DETACH DELETE name';
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

/** Writes things as their records now tell of them: what is no longer said goes, what is new comes. */
export async function writeThings(transaction: ManagedTransaction, things: readonly Assembled[], before: ReadonlyMap<string, Held>): Promise<void> {
  for (const type of new Set(things.map((thing) => thing.type))) {
    const own = things.filter((thing) => thing.type === type);
    const old = own.filter(({ id }) => before.has(id));
    const fresh = own.filter(({ id }) => !before.has(id));
    if (old.length > 0) {
      const ids = old.map(({ id }) => id);
      for (const statement of unsaid(type)) await transaction.run(statement, { ids });
      await transaction.run(changed(type), { rows: withIntegers(old.map(({ properties }) => properties)) });
      const kept = new Set(old.flatMap(({ names }) => names.map(({ key }) => key)));
      await transaction.run(namesGone, { keys: ids.flatMap((id) => before.get(id)?.names ?? []).filter((key) => !kept.has(key)) });
      await transaction.run(namesSaid, { rows: old.flatMap(({ names }) => names.filter(({ properties }) => properties === null)) });
    }
    if (fresh.length > 0) await transaction.run(made(type), { rows: withIntegers(fresh.map(({ properties }) => properties)) });
    const names = own.flatMap(({ id, names: each }) => each.flatMap((name) => (name.properties ? [{ id, ...name }] : [])));
    if (names.length > 0) await transaction.run(namesMade(type), { rows: withIntegers(names) });
    const ids = own.flatMap(({ id, ids: each }) => each.map((one) => ({ id, ...one })));
    if (ids.length > 0) await transaction.run(idsSaid(type), { rows: ids });
  }
  await writeFacts(
    transaction,
    things.flatMap(({ facts }) => facts),
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

const gone = (type: ThingType) => `
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  CALL (thing) { MATCH (thing)-[:NAMED]->(name:Name) DETACH DELETE name }
  DETACH DELETE thing`;

/** Takes things away that nobody tells of any more. */
export async function removeThings(transaction: ManagedTransaction, type: ThingType, ids: readonly string[]): Promise<void> {
  await transaction.run(gone(type), { ids });
}

const idsGone = 'UNWIND $keys AS key MATCH (id:ExternalId {key: key}) WHERE NOT EXISTS { (id)<-[:IDENTIFIED_BY]-() } DELETE id';

/** Ids elsewhere that identify nothing any more. */
export async function removeIds(transaction: ManagedTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await transaction.run(idsGone, { keys });
}

const mostPopular = popularityLevels.length - 1;

/** How much is told of a thing stands among the keys of its names (popularityKey in nameQuery.ts), so that the index finds the most popular first. */
const popular = (type: string) => `
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  WITH thing, COUNT { (thing)--() } - COUNT { (thing)<-[:TELLS_OF]-() } - COUNT { (thing)<-[:MAY_TELL_OF]-() } - COUNT { (thing)-[:MAY_BE]-() } AS facts
  WITH thing, 'n:' + substring('${popularityLevels}', CASE WHEN facts >= ${2 ** mostPopular - 1} THEN ${mostPopular} ELSE toInteger(floor(log(facts + 1) / log(2) + 1e-9)) END, 1) AS word
  MATCH (thing)-[:NAMED]->(name:Name) WHERE NOT name.keys ENDS WITH word
  SET name.keys = split(name.keys, ' n:')[0] + ' ' + word`;

/** Tie-ups are listed by the start of their work. */
const ordered = `
  UNWIND $ids AS id
  MATCH (tie:TieUp {id: id})-[:FOR]->(work:Work) WHERE tie.orderStart <> work.orderStart
  SET tie.orderStart = work.orderStart`;
const reordered = `
  UNWIND $ids AS id
  MATCH (work:Work {id: id})<-[:FOR]-(tie:TieUp) WHERE tie.orderStart <> work.orderStart
  SET tie.orderStart = work.orderStart`;

/** What follows from things for others, and from others for them. */
export async function writeConsequences(transaction: ManagedTransaction, things: readonly Assembled[]): Promise<void> {
  const touched = new Set(things.flatMap(({ id, facts }) => [id, ...facts.flatMap(({ from, to }) => [from, to])]));
  for (const [label, ids] of byLabel(touched)) if (label !== 'TieUp' && label !== 'Chart') await transaction.run(popular(label), { ids });
  const of = (type: ThingType) => things.filter((thing) => thing.type === type).map(({ id }) => id);
  await transaction.run(ordered, { ids: of('TieUp') });
  await transaction.run(reordered, { ids: of('Work') });
}

/** Ids by the kind of thing that they speak of. */
export function byLabel(ids: Iterable<string>): ReadonlyMap<ThingType, readonly string[]> {
  const groups = new Map<ThingType, string[]>();
  for (const id of ids) {
    const list = groups.get(labelOf(id)) ?? [];
    groups.set(labelOf(id), list);
    list.push(id);
  }
  return groups;
}

/** The kind of thing that an id of ours speaks of. */
function labelOf(id: string): ThingType {
  const type = id.startsWith('cht_') ? 'Chart' : typeOfId(id);
  if (!type) throw new Error(`${id} is no id of ours.`);
  return type;
}
