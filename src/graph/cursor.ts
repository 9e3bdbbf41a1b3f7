import { z } from 'zod';
import { BadInput } from './errors.js';

/** Where a row stands in the order of its list: its sort keys, the record's own key last. */
export type Cursor = readonly (string | number)[];

const model = z.array(z.union([z.string(), z.number()]));

export function writeCursor(at: Cursor): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** The keys in a cursor; `keys` is how many the list's order has. */
export function readCursor(cursor: unknown, keys: number): Cursor {
  const read = model.safeParse(parse(Buffer.from(String(cursor), 'base64url').toString()));
  if (read.success && read.data.length === keys) return read.data;
  throw new BadInput(
    `after must be the endCursor of a page of the same list in the same order, but got ${JSON.stringify(cursor)}. Leave it out to start at the first page.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
