import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { BadInput, Refused } from '../errors.js';
import { typeOfId } from '../ids.js';
import { SourceRecord } from '../sourceRecords.js';
import { quoted, rowsIn } from './asking.js';
import { type EditRecord, nextNumber, record } from './record.js';

/** What an open record is said to tell of: exactly one of the two. */
export interface Decision {
  readonly thing?: string | null | undefined;
  readonly new?: boolean | null | undefined;
}

/** The loader reads what was decided (seeds/questions.ts) and tells all that has waited for it. */
export type Settle = (key: string) => Promise<unknown>;

/** Writes down what an open record tells of, or one that was decided before. Nothing follows from it before it is settled. */
export async function decide(transaction: ManagedTransaction, key: string, decision: Decision): Promise<EditRecord> {
  const chosen = choiceIn(decision);
  const number = await nextNumber(transaction);
  const [question] = await rowsIn(transaction, openModel, openRecord, { key });
  if (!question)
    throw new Refused(
      'NOT_OPEN',
      `No question is open of ${JSON.stringify(key.slice(0, 400))}. Take keys from openQuestions, or that of an earlier decision from edits, to change it.`,
    );
  const thing = chosen === undefined ? undefined : await thingNamed(transaction, chosen, question.type);
  await transaction.run(decided, { key, decided: thing ?? 'NEW' });
  return record(transaction, { number, kind: 'DECISION', ids: thing === undefined ? [] : [thing], question: key });
}

/** Gives the edit with what the record tells of, now that it is settled. */
export async function settled(transaction: ManagedTransaction, edit: EditRecord): Promise<EditRecord> {
  const [row] = await rowsIn(transaction, z.object({ ids: z.array(z.string()) }), idsFound, { key: edit.question, edit: edit.id });
  return { ...edit, ids: row?.ids ?? edit.ids };
}

const openRecord = `MATCH (record:Record {key: $key}) WHERE record.standing = 'OPEN' OR record.decided IS NOT NULL RETURN record.type AS type`;
const openModel = z.object({ type: SourceRecord.model.shape.type });

const decided = 'MATCH (record:Record {key: $key}) SET record.decided = $decided';

const idsFound = `
  MATCH (:Record {key: $key})-[:TELLS_OF]->(thing) MATCH (edit:Edit {id: $edit})
  SET edit.ids = [thing.id]
  RETURN edit.ids AS ids`;

/** The id that was chosen; undefined for something new. */
function choiceIn({ thing, new: isNew }: Decision): string | undefined {
  if (isNew === true ? thing == null : thing != null) return thing ?? undefined;
  throw new BadInput(`Give exactly one of thing and new: true, but got ${thing == null ? 'neither' : 'both'}.`);
}

/** An id that was merged into another means that one. */
const current = (label: string) => `
  OPTIONAL MATCH (moved:Redirect {id: $id})
  MATCH (thing:${quoted(label)} {id: coalesce(moved.to, $id)})
  RETURN thing.id AS id`;

async function thingNamed(transaction: ManagedTransaction, id: string, type: string): Promise<string> {
  const given = typeOfId(id);
  if (given !== undefined && given !== type) throw new BadInput(`The record tells of a ${type}, but ${id} is the id of a ${given}.`);
  const [found] = await rowsIn(transaction, z.object({ id: z.string() }), current(type), { id });
  if (found) return found.id;
  throw new Refused(
    'NOT_FOUND',
    `There is nothing with the id ${JSON.stringify(id.slice(0, 60))}. Give the id of one of the candidates, of another ${type} in the graph, or new: true.`,
  );
}
