import type { ManagedTransaction } from 'neo4j-driver';
import { rowsIn } from '../src/graph/editing/asking.js';
import { withIntegers } from '../src/graph/integers.js';
import { popularityKey } from '../src/graph/nameQuery.js';
import type { Properties } from '../src/graph/properties.js';
import type { Assembled, FactRow } from './assemble.js';
import { grouped } from './grouped.js';
import type { Held } from './held.js';
import { type Nodes, nodeModel } from './nodes.js';
import { removeIds, removeNames } from './removeThings.js';
import { planned, type Sending, send } from './statement.js';
import { factType, type ThingType } from './told.js';

const made = planned(`
  UNWIND $rows AS row
  CREATE (thing:$(row.type)) SET thing = row.properties, thing:Touched
  RETURN thing.id AS id, elementId(thing) AS node`);

/** What is found only by looking at others (consequences.ts). */
const among = ['series', 'titleOfSeries', 'changed'];

/** It stays until that is done again. */
const changed = planned(`
  UNWIND $rows AS row
  MATCH (thing) WHERE elementId(thing) = row.node
  WITH thing, row, thing {.series, .titleOfSeries, .changed, .orderStart} AS among
  SET thing = row.properties, thing.series = among.series, thing.titleOfSeries = among.titleOfSeries, thing.changed = among.changed
  SET thing.orderStart = CASE WHEN thing:TieUp THEN among.orderStart ELSE thing.orderStart END`);

const factsGone = planned('MATCH (from)-[fact]->(to) WHERE elementId(fact) IN $facts DELETE fact SET from:Touched, to:Touched');
const idsUnsaid = planned(`
  UNWIND $rows AS row
  MATCH (thing) WHERE elementId(thing) = row.node
  MATCH (thing)-[fact:IDENTIFIED_BY]->(elsewhere) WHERE elsewhere.key IN row.keys
  DELETE fact`);

const namesMade = planned(`
  UNWIND $rows AS row
  MATCH (thing) WHERE elementId(thing) = row.node
  CREATE (name:Name) SET name = row.properties
  CREATE (thing)-[:NAMED {source: row.source}]->(name)`);
const namesSaid = planned('UNWIND $rows AS row MATCH (name:Name {key: row.key})<-[named:NAMED]-() SET named.source = row.source');

const idsSaid = planned(`
  UNWIND $rows AS row
  MATCH (thing) WHERE elementId(thing) = row.node
  MERGE (elsewhere:ExternalId {key: row.key}) ON CREATE SET elsewhere.site = row.site, elsewhere.value = row.value
  CREATE (thing)-[:IDENTIFIED_BY {source: row.source}]->(elsewhere)`);

const otherEnd = { from: 'to', to: 'from' } as const;

/** Facts by the thing that tells them and their type: most things tell many, and what is said once is sent once. */
const factsSaid = (toldBy: 'from' | 'to') =>
  planned(`
  UNWIND $rows AS row
  MATCH (${toldBy}) WHERE elementId(${toldBy}) = row.node
  UNWIND row.facts AS said
  MATCH (${otherEnd[toldBy]}) WHERE elementId(${otherEnd[toldBy]}) = $others[said[0]]
  CREATE (from)-[fact:$(row.type)]->(to) SET fact = said[1]`);

const touched = planned('UNWIND $nodes AS node MATCH (thing) WHERE elementId(thing) = node SET thing:Touched');
const renewed = planned('UNWIND $nodes AS node MATCH (thing) WHERE elementId(thing) = node REMOVE thing:Stale');

/**
 * Writes things as their records now tell of them: what is no longer said goes, what is new comes, what is the same stays untouched. What that
 * means for others is left to the sweep.
 */
export async function writeThings(sending: Sending, things: readonly Assembled[], before: ReadonlyMap<string, Held>, nodes: Nodes): Promise<void> {
  const nodeOf = (id: string) => {
    const node = nodes.get(id);
    if (node === undefined) throw new Error(`${id} is not in the graph.`);
    return node;
  };
  const touches = new Set<string>();
  const old = things.flatMap((thing) => {
    const held = before.get(thing.id);
    return held ? [{ thing, held }] : [];
  });
  const fresh = things.filter(({ id }) => !before.has(id));
  const rows = withIntegers(fresh.map(({ type, properties }) => ({ type, properties })));
  if (fresh.length > 0) for (const { id, node } of await rowsIn(sending.transaction, nodeModel, made, { rows })) nodes.set(id, node);
  const differing = old.filter(({ thing, held }) => !sameProperties(thing.type, held.properties, thing.properties));
  for (const { thing } of differing) touches.add(thing.id);
  sending.rows(changed, withIntegers(differing.map(({ thing, held }) => ({ node: held.node, properties: thing.properties }))));
  for (const id of await rename(sending.transaction, old)) touches.add(id);
  const names = things.flatMap((thing) => namesToWrite(thing).map((name) => ({ id: thing.id, node: nodeOf(thing.id), ...name })));
  for (const { id } of names) touches.add(id);
  sending.rows(namesMade, withIntegers(names.map(({ id: _id, ...row }) => row)));
  for (const id of await writeIds(sending, { things, before, nodeOf })) touches.add(id);
  for (const id of writeFacts(sending, { things, before, nodeOf })) touches.add(id);
  for (const { id } of fresh) touches.delete(id); // they are made so
  if (touches.size > 0) sending.run(touched, { nodes: [...touches].map(nodeOf) });
  const stale = old.flatMap(({ held }) => (held.isStale ? [held.node] : []));
  if (stale.length > 0) sending.run(renewed, { nodes: stale });
}

/** The names of a thing that are not written yet. */
export const namesToWrite = (thing: Assembled): readonly { readonly source: string; readonly properties: Properties }[] =>
  thing.names.flatMap(({ key, properties, source }) =>
    properties ? [{ source, properties: { ...properties, key, keys: `${properties['keys']} ${popularityOf(thing)}` } }] : [],
  );

/** What others tell of it besides is counted by the sweep (consequences.ts): of most things nobody does, and their names stay as they are. */
const popularityOf = ({ names, ids, facts }: Assembled) => popularityKey(names.length + ids.length + facts.length);

interface Writing {
  readonly things: readonly Assembled[];
  readonly before: ReadonlyMap<string, Held>;
  readonly nodeOf: (id: string) => string;
}

/** The orders of tie-ups are their works'. */
function sameProperties(type: ThingType, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): boolean {
  const left = [...among, ...(type === 'TieUp' ? ['orderStart'] : [])];
  const own = (properties: Readonly<Record<string, unknown>>) =>
    sorted(Object.entries(properties).filter(([name, value]) => value != null && !left.includes(name)));
  return own(before) === own(after);
}

const sorted = (entries: readonly (readonly [string, unknown])[]) => JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** What of these is no longer said, and what is said for the first time. */
function difference<Said, Was extends Said, Is extends Said>(was: readonly Was[], is: readonly Is[], saidIn: (each: Said) => string) {
  if (was.length === 0) return { gone: [], made: is };
  const [before, after] = [new Set(was.map(saidIn)), new Set(is.map(saidIn))];
  return { gone: was.filter((each) => !after.has(saidIn(each))), made: is.filter((each) => !before.has(saidIn(each))) };
}

/** Ids elsewhere that are no longer said, or by another source first, go; gives the things that changed. */
async function writeIds(sending: Sending, { things, before, nodeOf }: Writing): Promise<readonly string[]> {
  const changes = things.map(({ id, ids }) => ({ id, node: nodeOf(id), ...difference(before.get(id)?.ids ?? [], ids, idSaid) }));
  const gone = changes.flatMap(({ node, gone: ids }) => (ids.length === 0 ? [] : [{ node, keys: ids.map(({ key }) => key) }]));
  const made = changes.flatMap(({ node, made: ids }) => ids.map((each) => ({ node, ...each })));
  sending.rows(idsUnsaid, gone);
  sending.rows(idsSaid, made);
  await removeIds(
    sending.transaction,
    gone.flatMap(({ keys }) => keys),
  );
  return changes.flatMap((each) => (each.gone.length + each.made.length > 0 ? [each.id] : []));
}

/** Facts that are no longer said so go; gives the things at the ends of those that are new. */
function writeFacts(sending: Sending, { things, before, nodeOf }: Writing): readonly string[] {
  const changes = things.map(({ id, facts }) => difference(before.get(id)?.facts ?? [], facts, factSaid));
  const gone = changes.flatMap((each) => each.gone.map(({ at }) => at));
  if (gone.length > 0) sending.run(factsGone, { facts: gone });
  const made = changes.flatMap((each) => each.made);
  for (const toldBy of ['from', 'to'] as const) {
    const own = made.filter(({ type }) => factType(type).toldBy === toldBy);
    sendFacts(sending, own, toldBy, nodeOf);
  }
  return made.flatMap(({ from, to }) => [from, to]);
}

function sendFacts(sending: Sending, facts: readonly FactRow[], toldBy: 'from' | 'to', nodeOf: Writing['nodeOf']): void {
  if (facts.length === 0) return;
  const others = new Map<string, number>();
  const placeOf = (id: string) => {
    const known = others.get(id) ?? others.size;
    others.set(id, known);
    return known;
  };
  const rows = [...grouped(facts, (fact) => `${fact.type} ${fact[toldBy]}`).values()].map((own) => ({
    node: nodeOf(own[0][toldBy]),
    type: own[0].type,
    facts: own.map((fact) => [placeOf(fact[otherEnd[toldBy]]), fact.properties]),
  }));
  sending.run(factsSaid(toldBy), { rows: withIntegers(rows), others: [...others.keys()].map(nodeOf) });
}

const idSaid = ({ key, source }: { readonly key: string; readonly source: string }) => `${source} ${key}`;

const factSaid = ({ type, from, to, properties }: Pick<FactRow, 'from' | 'to'> & { readonly type: string; readonly properties: object }) =>
  `${type} ${from} ${to} ${sorted(Object.entries(properties).filter(([, value]) => value != null))}`;

/** Names that are no longer said go, and those that another source now says first are its; gives the things that lost one. */
async function rename(
  transaction: ManagedTransaction,
  old: readonly { readonly thing: Assembled; readonly held: Held }[],
): Promise<readonly string[]> {
  const [gone, said, losing]: [string[], { key: string; source: string }[], string[]] = [[], [], []];
  for (const { thing, held } of old) {
    const kept = new Map(thing.names.map(({ key, source }) => [key, source]));
    for (const [key, source] of held.names) {
      const by = kept.get(key);
      if (by === undefined) {
        gone.push(key);
        losing.push(thing.id);
      } else if (by !== source) said.push({ key, source: by });
    }
  }
  await removeNames(transaction, gone);
  await send(transaction, namesSaid, said);
  return losing;
}
