import { type Awaitable, all, then } from './awaitable.js';
import type { Args, Edge, RowFields } from './declare.js';
import { cells, type Loaded, readAlong, recordOf } from './decode.js';
import { bounded } from './errors.js';
import { type FindBy, findEdge } from './find.js';
import type { NodeName } from './ids.js';
import { type EdgesOf, edgeNamed, type RecordOf, type Row, type TypeName } from './records.js';
import { nameOf, normalArgs, type Use, type Want } from './use.js';

/**
 * What a resolver asks the graph. What was read along with the record is there at once; anything else is read now, by
 * the one fixed statement of that edge, together with everybody else who wants the same edge at this moment.
 */
export interface Reader {
  /** What an edge leads to: a record, null or a list, as the edge is declared. */
  read<T extends TypeName, E extends PlainEdge<T>>(of: Of<T>, edge: E, args?: Args): Awaitable<Reached<EdgesOf<T>[E]>>;
  /** A connection; nothing is read before one of its fields is asked for. */
  page<T extends TypeName, E extends PageEdge<T>>(of: Of<T>, edge: E, args: PageArgs): Page<T, E>;
  edges<T extends TypeName, E extends PageEdge<T>>(page: Page<T, E>): Awaitable<readonly Row<EdgesOf<T>[E]>[]>;
  nodes<T extends TypeName, E extends PageEdge<T>>(page: Page<T, E>): Awaitable<readonly NodeOf<EdgesOf<T>[E]>[]>;
  pageInfo<T extends TypeName, E extends PageEdge<T>>(page: Page<T, E>): Awaitable<PageInfo>;
  totalCount<T extends TypeName, E extends PageEdge<T>>(page: Page<T, E>): Awaitable<number>;
  /** A record that was found from the start of the question; null where there is none. */
  found<T extends NodeName | 'SourceRecord'>(start: Of<'Query'>, type: T, findBy: FindBy, key: string): Awaitable<RecordOf<T> | null>;
  /** What an outermost edge leads to: a record, null, a list or a page. */
  from(start: Of<'Query'>, edge: { readonly edge: string; readonly args: Args }): unknown;
  /** A record that a row carried with it. */
  carried<T extends TypeName>(raw: { readonly type: T }): RecordOf<T>;
}

/** A record, as far as an edge needs to know it. */
export interface Of<T extends TypeName> {
  readonly __typename: T;
}

type EdgeNames<T extends TypeName, Take> = T extends TypeName
  ? { [E in keyof EdgesOf<T>]: EdgesOf<T>[E] extends { readonly take: Take } ? E : never }[keyof EdgesOf<T>]
  : never;
export type PageEdge<T extends TypeName> = EdgeNames<T, 'page'> & keyof EdgesOf<T> & string;
export type PlainEdge<T extends TypeName> = keyof EdgesOf<T> & string;

type Reached<E> =
  E extends Edge<infer To extends TypeName, infer Kind, infer Fields>
    ? Kind extends 'one'
      ? RecordOf<To>
      : Kind extends 'maybe'
        ? RecordOf<To> | null
        : readonly (keyof Fields extends never ? RecordOf<To> : Row<E>)[]
    : never;

/** What a connection shows as its nodes. */
type NodeOf<E> =
  E extends Edge<infer To extends TypeName, 'page', RowFields, infer Shown>
    ? Shown extends string
      ? To extends TypeName
        ? Reached<EdgesOf<To>[Shown & keyof EdgesOf<To>]>
        : never
      : RecordOf<To>
    : never;

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly [name: string]: unknown;
}

export interface Page<T extends TypeName = TypeName, E = string> {
  readonly of: Of<T>;
  readonly edge: E;
  readonly args: PageArgs;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

interface AnyRow {
  readonly node: Loaded;
  readonly cursor: string;
}

/** The record that every question starts from. */
export const start = { __typename: 'Query' } as const;

/** Reads what was not read along: gives the record that every question starts from, with these uses of it. */
export type ReadMore = (uses: readonly Use[]) => Promise<Loaded>;

export class GraphReader {
  private readonly more: ReadMore;

  constructor(more: ReadMore) {
    this.more = more;
  }

  read(of: Loaded, edge: string, args: Args = none): Awaitable<unknown> {
    if ('first' in args) bounded('first', args['first'], edgeNamed(of.__typename, edge).limit);
    return this.value(of, edge, 'items', args);
  }

  page(of: Loaded, edge: string, args: PageArgs): Page {
    bounded('first', args.first, edgeNamed(of.__typename, edge).limit, ' Ask for the rest with after: endCursor.');
    return { of: of as Of<TypeName>, edge, args };
  }

  edges(page: Page): Awaitable<readonly AnyRow[]> {
    return then(this.rows(page), (rows) => rows.slice(0, page.args.first));
  }

  nodes(page: Page): Awaitable<readonly unknown[]> {
    const { node } = edgeNamed(page.of.__typename, page.edge);
    return then(this.edges(page), (rows) => (node === undefined ? rows.map((row) => row.node) : all(rows.map((row) => this.read(row.node, node)))));
  }

  pageInfo(page: Page): Awaitable<PageInfo> {
    return then(this.rows(page), (rows) => pageInfo(page.args, rows));
  }

  totalCount(page: Page): Awaitable<number> {
    return this.value(page.of, page.edge, 'count', page.args) as Awaitable<number>;
  }

  found(of: Loaded, type: NodeName | 'SourceRecord', findBy: FindBy, key: string): Awaitable<unknown> {
    return this.value(of, findEdge(type, findBy), 'items', { key });
  }

  from(of: Loaded, { edge, args }: { readonly edge: string; readonly args: Args }): unknown {
    return edgeNamed('Query', edge).take === 'page' ? { of, edge, args } : this.value(of, edge, 'items', args);
  }

  carried(raw: Readonly<Record<string, unknown>> & { readonly type: string }): Loaded {
    return recordOf(raw.type, raw);
  }

  private rows(page: Page): Awaitable<readonly AnyRow[]> {
    return this.value(page.of, page.edge, 'items', page.args) as Awaitable<readonly AnyRow[]>;
  }

  private value(of: Loaded, edge: string, want: Want, given: Args): Awaitable<unknown> {
    const { name, args } = named(edge, want, given);
    const at = of[readAlong]?.get(name);
    return at === undefined ? this.fetch(of, { edge, want, args, within: {} }) : of[cells]?.[at];
  }

  private fetch(of: Loaded, use: Use): Promise<unknown> {
    if (of.__typename === start.__typename) return this.more([use]).then((answer) => alongWith(answer, use));
    const found = foundWith(of, use);
    return this.more([found]).then((answer) => {
      const record = alongWith(answer, found) as Loaded | null;
      if (!record) throw new Error(`A ${of.__typename} that was just read is no longer there.`);
      return alongWith(record, use);
    });
  }
}

const none: Args = {};

/** Finds a record that is known already, with one more thing about it. */
function foundWith(of: Loaded, use: Use): Use {
  return { edge: findEdge(of.__typename, 'key'), want: 'items', args: { key: keyOf(of) }, within: { [of.__typename]: { fields: [], uses: [use] } } };
}

function alongWith(of: Loaded, use: Use): unknown {
  return of[cells]?.[of[readAlong]?.get(nameOf(use)) ?? -1];
}

interface Named {
  readonly name: string;
  readonly args: Args;
}

/** The same arguments are asked with again and again where an operation is answered row by row. */
const names = { items: new WeakMap<Args, Map<string, Named>>(), count: new WeakMap<Args, Map<string, Named>>() };

function named(edge: string, want: Want, given: Args): Named {
  const known = names[want].get(given) ?? new Map<string, Named>();
  names[want].set(given, known);
  return known.get(edge) ?? newlyNamed(known, edge, want, given);
}

function newlyNamed(known: Map<string, Named>, edge: string, want: Want, given: Args): Named {
  const args = normalArgs(want, given);
  const named = { args, name: nameOf({ edge, want, args }) };
  known.set(edge, named);
  return named;
}

function pageInfo({ first, after }: PageArgs, rows: readonly AnyRow[]): PageInfo {
  const last = Math.min(rows.length, first) - 1;
  return {
    hasNextPage: rows.length > first,
    hasPreviousPage: after != null,
    get startCursor() {
      return rows[0]?.cursor ?? null;
    },
    get endCursor() {
      return rows[last]?.cursor ?? null;
    },
  };
}

/** Nodes are found by their id, relationships by Neo4j's own. */
function keyOf(of: Loaded): string {
  return 'key' in of ? String(of.key) : 'id' in of ? String(of.id) : '';
}
