import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { grouped } from './grouped.js';
import { aboutKey, aboutsIn, refsIn, toldIn } from './recordStore.js';
import { planned } from './statement.js';
import type { Told } from './told.js';

/** Records that go by the same ref as this one tell of the same. */
const before = planned(`
  MATCH (asked:Record {key: $key})
  MATCH (record:Record {about: asked.about})
  OPTIONAL MATCH (record)-[:TELLS_OF]->(thing)
  RETURN record.key AS key, record.about AS about, record.said AS said, thing.id AS thing, elementId(thing) AS node, asked.decided AS decided`);

const beforeModel = z.object({
  key: z.string(),
  about: z.string(),
  said: z.string(),
  thing: z.string().nullable(),
  node: z.string().nullable(),
  decided: z.string().nullable(),
});

/** What the source's records tell of that stands around these things. */
const around = planned(`
  UNWIND $nodes AS node
  MATCH (thing) WHERE elementId(thing) = node
  MATCH (thing)--(other) WHERE other.id IS NOT NULL AND NOT elementId(other) IN $nodes
  MATCH (other)<-[:TELLS_OF]-(record:Record) WHERE record.about STARTS WITH $refs
  RETURN DISTINCT record.key AS key, record.said AS said, elementId(other) AS node`);

const aroundModel = z.object({ key: z.string(), said: z.string(), node: z.string() });

const asked = planned(`
  UNWIND $keys AS key
  MATCH (record:Record {key: key})
  SET record.standing = 'OPEN', record.decided = $decided
  WITH record MATCH (record)-[tells:TELLS_OF]->()
  DELETE tells`);

const waiting = planned(`
  MATCH (asked:Record {key: $key})
  UNWIND $keys AS key
  MATCH (record:Record {key: key})-[tells:TELLS_OF]->()
  SET record.standing = 'WAITING'
  MERGE (record)-[:WAITS_FOR]->(asked)
  DELETE tells`);

const stale = planned('UNWIND $nodes AS node MATCH (thing) WHERE elementId(thing) = node SET thing:Stale:Touched');

/**
 * Makes a decision one of all records that go by the same ref. Where they told of something else by an earlier one, that is taken back: they are
 * open once more, what can't be told without them waits, and what they told of, and what stands around that, is assembled anew by the load that follows.
 */
export async function takeBack(transaction: ManagedTransaction, key: string): Promise<void> {
  const own = await rowsIn(transaction, beforeModel, before, { key });
  const [first] = own;
  if (!first || first.decided === null) return;
  const wrong = own.filter(({ thing }) => thing !== first.decided);
  await transaction.run(asked, { keys: wrong.map((each) => each.key), decided: first.decided });
  const nodes = [...new Set(wrong.flatMap(({ node }) => node ?? []))];
  if (nodes.length === 0) return;
  const refs = refsIn(first.about, toldIn(first.said));
  const found = await rowsIn(transaction, aroundModel, around, { nodes, refs: `${refs} ` });
  const naming = found.map((each) => ({ ...each, told: toldIn(each.said) })).filter(({ told }) => aboutsIn(refs, told).includes(first.about));
  const parts = grouped(naming, ({ told }) => canStandAlone(told, first.about, refs));
  await transaction.run(waiting, { key, keys: (parts.get(false) ?? []).map((each) => each.key) });
  await transaction.run(stale, { nodes: [...new Set([...nodes, ...naming.map(({ node }) => node)])] });
}

/** A tie-up is nothing without its song and its work, nor is a character without the work that it is told within. */
function canStandAlone({ type, within = [] }: Told, about: string, refs: string): boolean {
  return type !== 'TieUp' && !within.some((ref) => aboutKey(refs, ref) === about);
}
