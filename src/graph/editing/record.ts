import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { Edit } from '../edits.js';
import { withIntegers } from '../integers.js';
import type { RecordOf } from '../records.js';
import { rowsIn } from './asking.js';

export type EditRecord = RecordOf<'Edit'>;

/** Takes the next number. Whoever has it holds a lock until its transaction ends: edits are made one after the other. */
const numbered = 'MERGE (edits:Edits {key: "all"}) SET edits.number = coalesce(edits.number, 0) + 1 RETURN edits.number AS number';

export async function nextNumber(transaction: ManagedTransaction): Promise<number> {
  const [row] = await rowsIn(transaction, z.object({ number: z.int() }), numbered, {});
  if (!row) throw new Error('No number was given to an edit.');
  return row.number;
}

const written = 'CREATE (edit:Edit) SET edit = $properties RETURN properties(edit) AS edit';

/** Writes down what was done; `snapshot` is what it takes to undo it. */
export async function record(
  transaction: ManagedTransaction,
  edit: Pick<EditRecord, 'number' | 'kind' | 'ids'> & Partial<Pick<EditRecord, 'moved' | 'keptOnce' | 'filled' | 'question'>>,
  snapshot?: string,
): Promise<EditRecord> {
  const told = { moved: 0, keptOnce: 0, filled: [], question: null, ...edit, id: idOf(edit.number), at: new Date().toISOString(), undoneBy: null };
  await transaction.run(written, { properties: { ...withIntegers(told), ...(snapshot !== undefined && { snapshot }) } });
  return { ...Edit.model.parse(told), __typename: 'Edit' };
}

export const idOf = (number: number) => `edt_${String(number).padStart(10, '0')}`;
