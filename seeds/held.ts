import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import type { Sourced } from './assemble.js';
import { refsIn, toldIn } from './recordStore.js';
import { planned } from './statement.js';
import { FACT_TYPES, type FactType, factType } from './told.js';

const toldBy = (end: 'from' | 'to') => (Object.keys(FACT_TYPES) as FactType[]).filter((type) => factType(type).toldBy === end).join('|');

/** What a thing's records say of it; what others' records say of it is theirs. */
const held = planned(`
  UNWIND $nodes AS node
  MATCH (thing) WHERE elementId(thing) = node
  RETURN thing.id AS id, node, thing:Stale AS isStale, properties(thing) AS properties,
    COLLECT { MATCH (thing)-[named:NAMED]->(name:Name) RETURN [name.key, named.source] } AS names,
    COLLECT { MATCH (thing)-[identified:IDENTIFIED_BY]->(elsewhere) RETURN {key: elsewhere.key, source: identified.source} } AS ids,
    COLLECT { MATCH (thing)-[fact:${toldBy('from')}]->(other)
      RETURN {at: elementId(fact), type: type(fact), from: thing.id, to: other.id, properties: properties(fact)} AS told
      UNION ALL MATCH (thing)<-[fact:${toldBy('to')}]-(other)
      RETURN {at: elementId(fact), type: type(fact), from: other.id, to: thing.id, properties: properties(fact)} AS told } AS facts,
    COLLECT { MATCH (thing)<-[tells:TELLS_OF]-(record:Record)
      RETURN {source: record.source, about: record.about, said: record.said, merged: coalesce(tells.merges[-1], 0)} } AS records`);

const heldModel = z.object({
  id: z.string(),
  node: z.string(),
  isStale: z.boolean(),
  properties: z.record(z.string(), z.unknown()),
  names: z.array(z.tuple([z.string(), z.string()])),
  ids: z.array(z.object({ key: z.string(), source: z.string() })),
  facts: z.array(z.object({ at: z.string(), type: z.string(), from: z.string(), to: z.string(), properties: z.record(z.string(), z.unknown()) })),
  records: z.array(z.object({ source: z.string(), about: z.string(), said: z.string(), merged: z.int() })),
});

/** A thing as it stands in the graph, and all that is told of it; names and ids elsewhere by their keys, with their sources. */
export type Held = Omit<z.output<typeof heldModel>, 'id' | 'records'> & { readonly records: readonly Sourced[] };

/** What things hold, by their ids. */
export async function heldBy(transaction: ManagedTransaction, nodes: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  if (nodes.length === 0) return new Map();
  const rows = await rowsIn(transaction, heldModel, held, { nodes });
  return new Map(rows.map(({ id, ...each }) => [id, { ...each, records: each.records.map(sourced) }]));
}

/** A record as things are assembled of it. */
export function sourced({ source, about, said, merged }: z.output<typeof heldModel>['records'][number]): Sourced {
  const told = toldIn(said);
  return { source, refs: refsIn(about, told), told, merged };
}
