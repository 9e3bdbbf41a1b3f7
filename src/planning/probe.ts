import type { Args } from '../graph/declare.js';
import { findEdge } from '../graph/find.js';
import type { NodeName } from '../graph/ids.js';
import { edgeNamed, type TypeName } from '../graph/records.js';
import { nameOf, normalArgs, type Use, type Want } from '../graph/use.js';
import { keyOfLookup, type Lookup, typeOf } from '../lookup.js';

/**
 * A record that is not there: it stands for any record of its type and notes which of its edges are asked for. Run on
 * probes instead of records, the resolvers themselves tell what an operation needs of the graph; nothing else has to
 * know which field of the API is which edge.
 */
export interface RecordProbe {
  readonly type: TypeName;
  readonly asked: Map<string, Asked>;
}

interface Asked {
  readonly edge: string;
  readonly want: Want;
  readonly args: Args;
  /** What is asked of the records that the edge leads to, by their type. */
  readonly within: Readonly<Record<string, RecordProbe>>;
}

/** A record of one of several types. */
export interface AnyProbe {
  readonly byType: Readonly<Record<string, RecordProbe>>;
}

interface PageProbe {
  readonly of: RecordProbe;
  readonly edge: string;
  readonly args: Args;
}

export function probeOf(type: TypeName): RecordProbe {
  return { type, asked: new Map() };
}

/** What has been asked of a probe, in an order that does not depend on the document's. */
export function usesOf(probe: RecordProbe): readonly Use[] {
  const named = [...probe.asked.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return named.map(([, { within, ...asked }]) => ({
    ...asked,
    within: Object.fromEntries(Object.entries(within).map(([type, below]) => [type, usesOf(below)])),
  }));
}

/** A Reader (graph/reader.ts) of probes: the same questions, answered by further probes. */
export const probeReader = {
  read(of: RecordProbe, edge: string, args: Args = {}) {
    const { take, row } = edgeNamed(of.type, edge);
    const target = ask(of, edge, 'items', args);
    return take === 'many' ? [row ? { node: target } : target] : target;
  },
  page: (of: RecordProbe, edge: string, args: Args): PageProbe => ({ of, edge, args }),
  edges: ({ of, edge, args }: PageProbe) => [{ node: ask(of, edge, 'items', args) }],
  nodes({ of, edge, args }: PageProbe) {
    const target = ask(of, edge, 'items', args);
    const { node } = edgeNamed(of.type, edge);
    return [node !== undefined && 'asked' in target ? probeReader.read(target, node) : target];
  },
  pageInfo({ of, edge, args }: PageProbe) {
    ask(of, edge, 'items', args);
  },
  totalCount({ of, edge, args }: PageProbe) {
    ask(of, edge, 'count', args);
  },
  carried: () => undefined,
};

/** The reader of a whole operation: its root fields are edges of the record that every question starts from. */
export function probeReaderFrom(start: RecordProbe) {
  return {
    ...probeReader,
    find: (type: NodeName, lookup: Lookup) => {
      const { findBy, key } = keyOfLookup(type, lookup);
      return ask(start, findEdge(type, findBy), 'items', { key });
    },
    node: (id: string) => ask(start, findEdge(typeOf(id), 'key'), 'items', { key: id }),
    list: (edge: string, args: Args) => probeReader.page(start, edge, args),
    sources: () => probeReader.read(start, 'sources'),
    // Ids of many types are read by type.
    findAll: () => undefined,
  };
}

export type ProbeReader = typeof probeReader | ReturnType<typeof probeReaderFrom>;

function ask(of: RecordProbe, edge: string, want: Want, given: Args): RecordProbe | AnyProbe {
  const args = normalArgs(want, given);
  const name = nameOf({ edge, want, args });
  const { within } = of.asked.get(name) ?? newlyAsked(of, name, { edge, want, args });
  const [only, ...others] = Object.values(within);
  return only && others.length === 0 ? only : { byType: within };
}

function newlyAsked(of: RecordProbe, name: string, use: Omit<Asked, 'within'>): Asked {
  const { to } = edgeNamed(of.type, use.edge);
  const asked = { ...use, within: Object.fromEntries(to.map((type) => [type, probeOf(type as TypeName)])) };
  of.asked.set(name, asked);
  return asked;
}
