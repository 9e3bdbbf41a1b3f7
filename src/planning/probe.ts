import type { Args, RowFields } from '../graph/declare.js';
import { edgeNamed, type TypeName, typeNamed } from '../graph/records.js';
import { nameOf, normalArgs, type Use, type Want, type Wanted } from '../graph/use.js';

/**
 * A record that is not there: it stands for any record of its type and notes which of its fields are looked at and which
 * of its edges are asked for. Run on probes instead of records, the resolvers themselves tell what an operation needs of
 * the graph; nothing else has to know which field of the API is made of what.
 */
export interface RecordProbe {
  readonly __typename: TypeName;
  readonly [noted]: Noted;
}

const noted = Symbol('noted');

interface Noted {
  readonly fields: Set<string>;
  readonly asked: Map<string, Asked>;
  /** How it was reached: by an edge to records of several types, and over a likeness from there. */
  readonly reached: Reached;
}

interface Reached {
  readonly bySeveral: boolean;
  readonly isAlike: boolean;
}

const plainly: Reached = { bySeveral: false, isAlike: false };

interface Asked {
  readonly edge: string;
  readonly want: Want;
  readonly args: Args;
  /** What a row says beyond its record, and what of it is looked at. */
  readonly row: RowFields;
  readonly said: Set<string>;
  /** What is asked of the records that the edge leads to, by their type. */
  readonly within: Readonly<Record<string, RecordProbe>>;
}

/** A record of one of several types. */
export interface AnyProbe {
  readonly byType: Readonly<Record<string, RecordProbe>>;
}

export interface PageProbe {
  readonly of: RecordProbe;
  readonly edge: string;
  readonly args: Args;
}

export const isRecordProbe = (value: object): value is RecordProbe => noted in value;

/** Every plain field of a probe is null: what is looked at only when that is absent is noted as well. */
export function probeOf(type: TypeName, reached = plainly): RecordProbe {
  const notes: Noted = { fields: new Set(), asked: new Map(), reached };
  const probe: RecordProbe = { __typename: type, [noted]: notes };
  return new Proxy<RecordProbe>(probe, { get: noting(Object.keys(typeNamed(type).model.shape), notes.fields) });
}

function noting(names: readonly string[], into: Set<string>): (target: object, name: string | symbol) => unknown {
  return (target, name) => {
    if (typeof name === 'symbol' || !names.includes(name)) return Reflect.get(target, name);
    into.add(name);
    return null;
  };
}

/** What has been asked of a probe, in an order that does not depend on the document's. `trimmed`: only what was looked at. */
export function usesOf(probe: RecordProbe, trimmed: boolean): readonly Use[] {
  const named = [...probe[noted].asked.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return named.map(([, { edge, want, args, said, within }]) => ({
    edge,
    want,
    args,
    ...(trimmed && { said: [...said].sort() }),
    within: Object.fromEntries(Object.entries(within).map(([type, below]) => [type, wantedOf(below, trimmed)])),
  }));
}

function wantedOf(probe: RecordProbe, trimmed: boolean): Wanted {
  return { ...(trimmed && { fields: [...probe[noted].fields].sort() }), uses: usesOf(probe, trimmed) };
}

/** Is not read ahead, but when it is needed. */
class LeftForLater extends Error {}

/** A Reader (graph/reader.ts) of probes: the same questions, answered by further probes. */
export const probeReader = {
  read(of: RecordProbe, edge: string, args: Args = {}) {
    const { take, row } = edgeNamed(of.__typename, edge);
    const asked = ask(of, edge, 'items', args);
    if (take !== 'many') return targetOf(asked);
    return [Object.keys(row).length > 0 ? rowOf(asked) : targetOf(asked)];
  },
  page: (of: RecordProbe, edge: string, args: Args): PageProbe => ({ of, edge, args }),
  edges: ({ of, edge, args }: PageProbe) => [rowOf(ask(of, edge, 'items', args))],
  nodes({ of, edge, args }: PageProbe) {
    const target = targetOf(ask(of, edge, 'items', args));
    const { node } = edgeNamed(of.__typename, edge);
    return [node !== undefined && isRecordProbe(target) ? probeReader.read(target, node) : target];
  },
  pageInfo({ of, edge, args }: PageProbe) {
    const { said } = ask(of, edge, 'items', args);
    return new Proxy({}, { get: (_target, name) => void (name.toString().endsWith('Cursor') && said.add('cursor')) });
  },
  totalCount({ of, edge, args }: PageProbe) {
    ask(of, edge, 'count', args);
  },
  // All of a record that a row carries with it is there.
  carried: () => undefined,
};

function rowOf(asked: Asked): object {
  const names = [...Object.keys(asked.row), 'cursor'];
  return new Proxy({ node: targetOf(asked) }, { get: noting(names, asked.said) });
}

function targetOf({ within }: Asked): RecordProbe | AnyProbe {
  const [only, ...others] = Object.values(within);
  return only && others.length === 0 ? only : { byType: within };
}

function ask(of: RecordProbe, edge: string, want: Want, given: Args): Asked {
  const args = normalArgs(want, given);
  const name = nameOf({ edge, want, args });
  return of[noted].asked.get(name) ?? newlyAsked(of, name, { edge, want, args });
}

function newlyAsked(of: RecordProbe, name: string, use: Pick<Asked, 'edge' | 'want' | 'args'>): Asked {
  const { to, row, lighter } = edgeNamed(of.__typename, use.edge);
  const { bySeveral, isAlike } = of[noted].reached;
  // What resembles what resembles an artist, or one of several types: Neo4j may find no plan for all in one statement in time, and each alone is quick.
  if (isAlike && lighter) throw new LeftForLater();
  const reached = { bySeveral: bySeveral || to.length > 1, isAlike: isAlike || (lighter !== undefined && (bySeveral || of.__typename === 'Artist')) };
  const within = Object.fromEntries(to.map((type) => [type, probeOf(type as TypeName, reached)]));
  const asked = { ...use, row, said: new Set<string>(), within };
  of[noted].asked.set(name, asked);
  return asked;
}
