import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import type { Mergeable } from '../src/graph/ids.js';
import { planned } from './statement.js';

/** A name has at most so many blocks, each in a property of its own (nameRows.ts): no index finds a text within a list. */
const properties = ['same', 'also1', 'also2', 'also3'];

const within = (property: string) =>
  planned(`
  MATCH (name:Name) USING INDEX SEEK name:Name(${property}) WHERE name.${property} IN $blocks AND NOT name.spoiler
  WITH name, 0 AS nameFound MATCH (thing)-[:NAMED]->(name) WHERE $type IN labels(thing)
  RETURN thing.id AS id, name.${property} AS block, thing:Touched AS touched`);

const rowModel = z.object({ id: z.string(), block: z.string(), touched: z.boolean() });

/** By block, the things that are in it, each with whether it is Touched. */
type InBlocks = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** The things of a kind whose names are in these blocks (blocksOf), all of them. */
export async function thingsInBlocks(transaction: ManagedTransaction, type: Mergeable, blocks: readonly string[]): Promise<InBlocks> {
  const found = new Map(blocks.map((block) => [block, new Map<string, boolean>()]));
  if (blocks.length === 0) return found;
  // One is read while the database looks for the next.
  const answers = await Promise.all(properties.map((property) => rowsIn(transaction, rowModel, within(property), { blocks, type })));
  for (const { id, block, touched } of answers.flat()) found.get(block)?.set(id, touched);
  return found;
}
