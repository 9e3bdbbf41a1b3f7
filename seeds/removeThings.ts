import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { forgetGone, tellGone } from '../src/graph/gone.js';
import { touchCrowds } from './crowds.js';
import { planned } from './statement.js';
import { touchSeries } from './touched.js';

const leaving = planned(`
  UNWIND $nodes AS node
  MATCH (thing) WHERE elementId(thing) = node
  CALL (thing) { MATCH (thing)--(other) WHERE other.id IS NOT NULL SET other:Touched }
  RETURN thing.series AS series, COLLECT { MATCH (thing)-[:NAMED]->(name:Name) RETURN name.key } AS names,
    COLLECT { MATCH (thing)-[:IDENTIFIED_BY]->(elsewhere) RETURN elsewhere.key } AS ids`);
const gone = planned(`UNWIND $nodes AS node MATCH (thing) WHERE elementId(thing) = node ${tellGone('thing')} DETACH DELETE thing`);
const forgotten = planned(forgetGone);

const leavingModel = z.object({ series: z.string().nullable(), names: z.array(z.string()), ids: z.array(z.string()) });

/** Takes things away that nobody tells of any more; what stood around them is marked. */
export async function removeThings(transaction: ManagedTransaction, nodes: readonly string[]): Promise<void> {
  if (nodes.length === 0) return;
  const rows = await rowsIn(transaction, leavingModel, leaving, { nodes });
  await removeNames(
    transaction,
    rows.flatMap(({ names }) => names),
  );
  await transaction.run(forgotten);
  await transaction.run(gone, { nodes });
  await removeIds(
    transaction,
    rows.flatMap((row) => row.ids),
  );
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

const namesGone = planned(`
  UNWIND $keys AS key
  MATCH (name:Name {key: key})
  WITH name, name.keys AS keys, name.base AS base DETACH DELETE name
  RETURN keys, base`);
const nameModel = z.object({ keys: z.string(), base: z.string().nullable() });

/** Takes names away; of what they hid by being many, the sweep sees what is left. */
export async function removeNames(transaction: ManagedTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await touchCrowds(transaction, await rowsIn(transaction, nameModel, namesGone, { keys }));
}
