import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { byLabel } from './byLabel.js';
import { planned } from './statement.js';
import type { ThingType } from './told.js';

/** Neo4j's own ids of things, by theirs. What is asked by them needs no label, and so one statement does for things of every kind. */
export type Nodes = Map<string, string>;

/** Those of these things that are known. */
export const nodesOf = (nodes: Nodes, ids: Iterable<string>): readonly string[] => [...ids].flatMap((id) => nodes.get(id) ?? []);

const found = (label: ThingType) => planned(`UNWIND $ids AS id MATCH (thing:${label} {id: id}) RETURN id, elementId(thing) AS node`);

export const nodeModel = z.object({ id: z.string(), node: z.string() });

/** Adds the nodes of those of these things that are in the graph. */
export async function findNodes(transaction: ManagedTransaction, ids: Iterable<string>, nodes: Nodes): Promise<void> {
  for (const [label, own] of byLabel([...ids].filter((id) => !nodes.has(id)))) {
    for (const { id, node } of await rowsIn(transaction, nodeModel, found(label), { ids: own })) nodes.set(id, node);
  }
}
