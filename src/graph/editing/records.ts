import type { ManagedTransaction } from 'neo4j-driver';
import type { Mergeable } from '../ids.js';
import { withIntegers } from '../integers.js';

/**
 * What sources' records tell of goes with the things that editors make one; `merges` are the numbers of these edits, the last one last. The
 * loader assembles things from their records (seeds/assemble.ts): those that are marked `Stale` once more, `Touched` ones are compared anew.
 * What a load told of the two while they were one stands around the kept one: it is assembled once more when they are two again.
 */
const over = (label: Mergeable) => `
  MATCH (keep:${label} {id: $keep}) SET keep:Touched:Stale, keep.changed = timestamp()
  WITH keep MATCH (:${label} {id: $drop})<-[tells:TELLS_OF|MAY_TELL_OF]-(record:Record)
  CREATE (record)-[moved:$(type(tells))]->(keep) SET moved = properties(tells), moved.merges = coalesce(tells.merges, []) + $number
  DELETE tells`;

const back = (label: Mergeable) => `
  MATCH (keep:${label} {id: $keep}) MATCH (drop:${label} {id: $drop}) SET keep:Touched:Stale, drop:Touched:Stale, keep.changed = timestamp(), drop.changed = timestamp()
  WITH keep, drop
  CALL (keep) { MATCH (keep)--(other) WHERE other.id IS NOT NULL SET other:Touched:Stale }
  MATCH (keep)<-[tells:TELLS_OF|MAY_TELL_OF]-(record:Record) WHERE tells.merges[-1] = $number
  CREATE (record)-[moved:$(type(tells))]->(drop)
  SET moved = properties(tells), moved.merges = CASE WHEN size(tells.merges) > 1 THEN tells.merges[..-1] END
  DELETE tells`;

interface Merged {
  readonly keep: string;
  readonly drop: string;
  /** Of the merge. */
  readonly number: number;
}

export async function moveRecords(transaction: ManagedTransaction, type: Mergeable, merge: Merged): Promise<void> {
  await transaction.run(over(type), withIntegers({ ...merge }));
}

export async function giveRecordsBack(transaction: ManagedTransaction, type: Mergeable, merge: Merged): Promise<void> {
  await transaction.run(back(type), withIntegers({ ...merge }));
}
