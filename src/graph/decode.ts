import { type Cursor, writeCursor } from './cursor.js';
import type { Edge } from './declare.js';
import { edgeNamed, typeNamed } from './records.js';
import { nameOf, type Use } from './use.js';

/** A record as it is handed out: its plain fields (not told here), its type, and what was read along with it. */
export interface Loaded {
  readonly __typename: string;
  readonly [readAlong]?: ReadonlyMap<string, unknown>;
}

/** What was read along with a record, under the names of its uses; no caller sees it. */
export const readAlong = Symbol('read along');

/** A record as the database gives it: fields, and `u0`, `u1` … for the uses in their order. */
export type Raw = Readonly<Record<string, unknown>>;

/** One row of a list. */
interface RawItem extends Raw {
  readonly node: Raw;
  readonly at: Cursor;
}

/** Rows are parsed here by the models of their types, and trusted from here on. */
export function decode(type: string, uses: readonly Use[], raw: Raw): Loaded {
  const declared = typeNamed(type);
  const along = new Map(uses.map((use, index) => [nameOf(use), decodeUse(type, use, raw[`u${index}`])]));
  return Object.assign(declared.model.parse(raw), { __typename: type, [readAlong]: along });
}

function decodeUse(type: string, use: Use, value: unknown): unknown {
  if (use.want === 'count') return value;
  const edge = edgeNamed(type, use.edge);
  if (edge.take === 'one') return decodeTarget(edge, use, value as Raw);
  if (edge.take === 'maybe') return value === null ? null : decodeTarget(edge, use, (value as RawItem).node);
  return (value as readonly RawItem[]).map((item) => decodeItem(edge, use, item));
}

function decodeItem(edge: Edge, use: Use, item: RawItem): unknown {
  const node = decodeTarget(edge, use, item.node);
  if (edge.take === 'many' && !edge.row) return node;
  return Object.assign({ node, cursor: edge.take === 'page' ? writeCursor(item.at) : '' }, edge.row?.parse(item));
}

function decodeTarget(edge: Edge, use: Use, raw: Raw): Loaded {
  const type = edge.to.length === 1 ? edge.to[0] : String(raw['type']);
  if (type === undefined) throw new Error('An edge leads to no type.');
  return decode(type, use.within[type] ?? [], raw);
}
