import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { BadInput, Refused } from '../errors.js';
import type { Mergeable } from '../ids.js';
import { rowsIn } from './asking.js';
import { type EditRecord, nextNumber, record } from './record.js';
import { readThing } from './thing.js';

/** No more things are told apart at once: each with each is a pair. */
const most = 20;

/** What the loader had guessed of the two is kept with the mark, so that withdrawing it brings the guess back. */
const marked = (label: Mergeable) => `
  UNWIND $pairs AS pair
  MATCH (one:${label} {id: pair[0]}) MATCH (other:${label} {id: pair[1]})
  MERGE (one)-[mark:IS_NOT]-(other)
  WITH one, other, mark
  OPTIONAL MATCH (one)-[guess:MAY_BE]-(other)
  SET mark += coalesce(guess {.place, .confidence, .reasons}, {})
  DELETE guess
  RETURN count(*) AS count`;

/** The next load makes the guess anew, or withdraws it. */
const withdrawn = (label: Mergeable) => `
  UNWIND $pairs AS pair
  MATCH (one:${label} {id: pair[0]})-[mark:IS_NOT]-(other:${label} {id: pair[1]})
  FOREACH (place IN CASE WHEN mark.place IS NULL THEN [] ELSE [mark.place] END |
    CREATE (one)-[:MAY_BE {place: place, confidence: mark.confidence, reasons: mark.reasons}]->(other))
  SET one:Touched, other:Touched
  DELETE mark
  RETURN count(*) AS count`;

/** Remembers that these are different things, each from each; or no longer does. */
export async function notDuplicates(transaction: ManagedTransaction, ids: readonly string[], withdraw: boolean): Promise<EditRecord> {
  const number = await nextNumber(transaction);
  const different = [...new Set(ids)].sort();
  if (different.length < 2 || different.length > most)
    throw new BadInput(`ids must be between 2 and ${most} different ids, but got ${different.length}.`);
  const type = await kindOf(transaction, different);
  const pairs = different.flatMap((one, index) => different.slice(index + 1).map((other) => [one, other]));
  const [row] = await rowsIn(transaction, z.object({ count: z.number() }), (withdraw ? withdrawn : marked)(type), { pairs });
  if (withdraw && !row?.count)
    throw new Refused('NOT_MARKED', `No two of ${different.join(', ')} are marked as not the same: there is nothing to withdraw.`);
  return record(transaction, { number, kind: withdraw ? 'DUPLICATES_AGAIN' : 'NOT_DUPLICATES', ids: different });
}

async function kindOf(transaction: ManagedTransaction, ids: readonly string[]): Promise<Mergeable> {
  const things = [];
  for (const id of ids) things.push(await readThing(transaction, id));
  const [first, ...others] = things;
  const different = others.find(({ type }) => type !== first?.type);
  if (first && !different) return first.type;
  throw new BadInput(
    `Only things of one kind are ever taken for one, but ${first?.id} is a ${first?.type} and ${different?.id} a ${different?.type}.`,
  );
}
