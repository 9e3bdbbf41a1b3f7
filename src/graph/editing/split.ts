import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { Refused } from '../errors.js';
import type { Mergeable } from '../ids.js';
import type { Properties } from '../properties.js';
import { rowsIn } from './asking.js';
import { saidBy } from './facts.js';
import { sameValue } from './filling.js';
import { tieUpsOrdered } from './merge.js';
import { moveFacts, writeFacts, writeNames } from './moving.js';
import { type EditRecord, idOf, nextNumber, record } from './record.js';
import { giveRecordsBack } from './records.js';
import { othersIn, type Snapshot, snapshotModel } from './snapshot.js';
import { mergeableOf, readThing, type WholeThing } from './thing.js';
import { asParameters } from './typed.js';
import { restoreVoices } from './voices.js';

/**
 * Undoes the merge that dropped this id: the thing is given back as it was, and so is what it was merged into, but for what
 * has been changed since. Refused where a later merge rests on it.
 */
export async function split(transaction: ManagedTransaction, id: string): Promise<EditRecord> {
  const number = await nextNumber(transaction);
  mergeableOf(id);
  const done = await mergeOf(transaction, id);
  const snapshot = snapshotModel.parse(JSON.parse(done.snapshot));
  await refuseLater(transaction, done, othersIn(snapshot));
  const kept = await readThing(transaction, done.keep).catch((cause) => Promise.reject(keptIsGone(id, done.keep, cause)));
  await transaction.run(thingWritten, { labels: snapshot.node.labels, properties: asParameters(snapshot.node) });
  await transaction.run(redirectsRestored, { id, redirects: snapshot.redirects });
  await giveBack(transaction, kept, id, snapshot);
  await giveRecordsBack(transaction, kept.type, { keep: kept.id, drop: id, number: done.number });
  await restoreFields(transaction, kept, snapshot);
  await restoreVoices(transaction, snapshot.voices, kept.id, id);
  for (const work of [kept.id, id]) await transaction.run(tieUpsOrdered, { id: work });
  await transaction.run(undone, { merge: done.id, by: idOf(number) });
  const { moved, letGo, changed } = snapshot;
  const counts = { moved: moved.length, keptOnce: letGo.filter((fact) => fact.type !== 'MAY_BE').length, filled: filledIn(changed) };
  return record(transaction, { number, kind: 'SPLIT', ids: [kept.id, id], ...counts });
}

const merged = `
  MATCH (moved:Redirect {id: $id}) MATCH (edit:Edit {id: moved.edit})
  RETURN edit.id AS id, edit.number AS number, edit.ids[0] AS keep, edit.snapshot AS snapshot`;

const mergeModel = z.object({ id: z.string(), number: z.int(), keep: z.string(), snapshot: z.string() });

async function mergeOf(transaction: ManagedTransaction, id: string): Promise<z.output<typeof mergeModel>> {
  const [done] = await rowsIn(transaction, mergeModel, merged, { id });
  if (done) return done;
  throw new Refused(
    'NOT_MERGED',
    `${id} has not been merged into anything. Give the id that was dropped by a merge: edits lists them, the dropped id last.`,
  );
}

/** A later merge of the same things, or of their neighbours, has gone on from what this one left. */
const later = `
  MATCH (edit:Edit) WHERE edit.number > $number AND edit.kind = 'MERGE' AND edit.undoneBy IS NULL AND any(id IN edit.ids WHERE id IN $touched)
  RETURN edit.ids[0] AS keep, edit.ids[1] AS drop ORDER BY edit.number DESC LIMIT 1`;

async function refuseLater(transaction: ManagedTransaction, { number, keep }: z.output<typeof mergeModel>, others: readonly string[]): Promise<void> {
  const touched = [keep, ...others];
  // The driver sends a number as floating point, which compares the same.
  const [next] = await rowsIn(transaction, z.object({ keep: z.string(), drop: z.string() }), later, { number, touched });
  if (!next) return;
  throw new Refused('LATER_MERGE', `A later merge rests on this one: ${next.drop} was merged into ${next.keep}. Split ${next.drop} off first.`);
}

function keptIsGone(id: string, keep: string, cause: unknown): unknown {
  if (!(cause instanceof Refused)) return cause;
  return new Refused(
    'NOT_FOUND',
    `${id} can't be split off: ${keep}, which it was merged into, is no longer there. Load the data again that told of it.`,
  );
}

const thingWritten = 'CREATE (thing:$($labels)) SET thing = $properties';

const redirectsRestored = `
  MATCH (moved:Redirect {id: $id}) DELETE moved
  WITH count(*) AS deleted
  MATCH (moved:Redirect) WHERE moved.id IN $redirects SET moved.to = $id`;

/** What went over comes back as it is now; what the load no longer says is not brought back, what had been let go is. */
async function giveBack(transaction: ManagedTransaction, kept: WholeThing, id: string, { moved, letGo }: Snapshot): Promise<void> {
  const said = new Set(moved.map(saidBy));
  const back = kept.facts.filter((fact) => said.has(saidBy(fact))).map(({ at }) => at);
  await moveFacts(transaction, kept.type, kept.id, id, back);
  await writeNames(transaction, letGo);
  await writeFacts(transaction, kept.type, id, letGo);
}

const fieldsSet = (label: Mergeable) => `MATCH (keep:${label} {id: $id}) SET keep += $fields`;

async function restoreFields(transaction: ManagedTransaction, { type, id, node }: WholeThing, { changed, floats }: Snapshot): Promise<void> {
  const restored = Object.entries(changed).filter(([name, { after }]) => sameValue(node.properties[name], after));
  const properties: Properties = Object.fromEntries(restored.map(([name, { before }]) => [name, before]));
  await transaction.run(fieldsSet(type), { id, fields: asParameters({ properties, floats }) });
}

const undone = 'MATCH (edit:Edit {id: $merge}) SET edit.undoneBy = $by REMOVE edit.snapshot';

const filledIn = (changed: Snapshot['changed']) => Object.keys(changed).filter((name) => name !== 'statedBy' && !name.startsWith('order'));
