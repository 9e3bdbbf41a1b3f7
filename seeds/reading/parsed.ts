import type { z } from 'zod';
import type { Rejected } from '../source.js';

/** A row as its model says, or why it is not. */
export type Parsed<Row> = { readonly row: Row } | { readonly rejected: Rejected };

/** Parses one row of a foreign format; `place` is where it stands. */
export function parsed<Model extends z.ZodType>(model: Model, value: unknown, place: string): Parsed<z.output<Model>> {
  const checked = model.safeParse(value);
  if (checked.success) return { row: checked.data };
  return { rejected: rejection(place, reasonsIn(checked.error), value) };
}

/** What is wrong with a row, each with the path to it. */
export const reasonsIn = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.map(String).join('.') || 'The row'}: ${message}`).join('; ');

/** A row that can't be used, with as much of it as helps to find it. */
export const rejection = (place: string, reason: string, row: unknown): Rejected => ({
  place,
  reason,
  row: (typeof row === 'string' ? row : (JSON.stringify(row) ?? '')).slice(0, 500),
});
