import type { Args } from './declare.js';

/**
 * One use of one edge, with what is wanted of the records it leads to. A tree of uses is what an operation needs of the
 * graph: the compiler makes a statement of it, the decoder hangs its answers on the records under `nameOf(use)`.
 */
export interface Use {
  readonly edge: string;
  readonly want: Want;
  readonly args: Args;
  /** Uses on the records that it leads to, by their type. */
  readonly within: Readonly<Record<string, readonly Use[]>>;
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
