import type { Args } from './declare.js';

/**
 * One use of one edge, with what is wanted of the records it leads to. A tree of uses is what an operation needs of the
 * graph: the compiler makes a statement of it, the decoder hangs its answers on the records under `nameOf(use)`.
 */
export interface Use {
  readonly edge: string;
  readonly want: Want;
  readonly args: Args;
  /** What is wanted of what a row says beyond its record, `cursor` included; all of it where this is left out. */
  readonly said?: readonly string[];
  /** What is wanted of the records that it leads to, by their type. */
  readonly within: Readonly<Record<string, Wanted>>;
}

/** What is wanted of records of one type. */
export interface Wanted {
  /** All plain fields where this is left out. */
  readonly fields?: readonly string[];
  readonly uses: readonly Use[];
}

/** The rows of an edge, or how many there are. */
export type Want = 'items' | 'count';

/** What tells two uses of the same record apart. */
export function nameOf({ edge, want, args }: Pick<Use, 'edge' | 'want' | 'args'>): string {
  return `${edge} ${want} ${JSON.stringify(args)}`;
}

/** The arguments that count for what is wanted, in one order: a count doesn't depend on the page. */
export function normalArgs(want: Want, args: Args): Args {
  const given = Object.entries(args).filter(([name, value]) => value != null && !(want === 'count' && paging.has(name)));
  return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const paging = new Set(['first', 'after', 'orderBy']);

/** Uses that differ only in values that `ask` takes: these have the same shape, and so the same statement. */
export function shapeOf(uses: readonly Use[]): string {
  return JSON.stringify(uses.map((use) => ({ ...use, args: shapeOfArgs(use.args) })));
}

/** The arguments of a root use with each value that may differ from caller to caller replaced by a mark. */
export function shapeOfArgs(args: Args): Args {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, fixed.has(name) ? value : marked(value)]));
}

/** A LIMIT can't differ from row to row, and an order is part of the text. */
const fixed = new Set(['first', 'orderBy']);

function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'object' && each !== null) && value.length > 0 ? value.map(marked) : '?';
  if (typeof value !== 'object' || value === null) return value == null ? null : '?';
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each)]));
}
