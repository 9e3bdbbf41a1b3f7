import type { Args, Edge } from './declare.js';
import { decode, type Loaded, type Raw, readAlong } from './decode.js';
import { bounded } from './errors.js';
import { type FindBy, findEdge } from './find.js';
import type { NodeName } from './ids.js';
import { type EdgesOf, edgeNamed, type RecordOf, type Row, type TypeName } from './records.js';
import type { Statements } from './statements.js';
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
  found<T extends NodeName>(start: Of<'Query'>, type: T, findBy: FindBy, key: string): Awaitable<RecordOf<T> | null>;
  /** A record that a row carried with it. */
  carried<T extends TypeName>(raw: { readonly type: T }): RecordOf<T>;
}

export type Awaitable<Value> = Value | Promise<Value>;

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
  E extends Edge<infer To extends TypeName, infer Kind, infer Said>
    ? Kind extends 'one'
      ? RecordOf<To>
      : Kind extends 'maybe'
        ? RecordOf<To> | null
        : readonly (Said extends null ? RecordOf<To> : Row<E>)[]
    : never;

/** What a connection shows as its nodes. */
type NodeOf<E> =
  E extends Edge<infer To extends TypeName, 'page', unknown, infer Shown>
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

export class GraphReader {
  private readonly statements: Statements;

  constructor(statements: Statements) {
    this.statements = statements;
  }

  read(of: Loaded, edge: string, args: Args = {}): Awaitable<unknown> {
    if ('first' in args) bounded('first', args['first'], edgeNamed(of.__typename, edge).limit);
    return this.value(of, edge, 'items', args);
  }

  page(of: Loaded, edge: string, args: PageArgs): Page {
    bounded('first', args.first, edgeNamed(of.__typename, edge).limit, ' Ask for the rest with after: endCursor.');
    return { of: of as Of<TypeName>, edge, args };
  }

  async edges(page: Page): Promise<readonly AnyRow[]> {
    return (await this.rows(page)).slice(0, page.args.first);
  }

  async nodes(page: Page): Promise<readonly unknown[]> {
    const { node } = edgeNamed(page.of.__typename, page.edge);
    const rows = await this.edges(page);
    return node === undefined ? rows.map((row) => row.node) : Promise.all(rows.map((row) => this.read(row.node, node)));
  }

  async pageInfo(page: Page): Promise<PageInfo> {
    const rows = await this.rows(page);
    const shown = rows.slice(0, page.args.first);
    return {
      hasNextPage: rows.length > shown.length,
      hasPreviousPage: page.args.after != null,
      startCursor: shown[0]?.cursor ?? null,
      endCursor: shown.at(-1)?.cursor ?? null,
    };
  }

  async totalCount(page: Page): Promise<number> {
    return (await this.value(page.of, page.edge, 'count', page.args)) as number;
  }

  found(start: Loaded, type: NodeName, findBy: FindBy, key: string): Awaitable<unknown> {
    return this.value(start, findEdge(type, findBy), 'items', { key });
  }

  carried(raw: Raw & { readonly type: string }): Loaded {
    return decode(raw.type, [], raw);
  }

  private async rows(page: Page): Promise<readonly AnyRow[]> {
    return (await this.value(page.of, page.edge, 'items', page.args)) as readonly AnyRow[];
  }

  private value(of: Loaded, edge: string, want: Want, given: Args): Awaitable<unknown> {
    const args = normalArgs(want, given);
    const name = nameOf({ edge, want, args });
    const along = of[readAlong];
    return along?.has(name) ? along.get(name) : this.fetch(of, { edge, want, args, within: {} }, name);
  }

  private async fetch(of: Loaded, use: Use, name: string): Promise<unknown> {
    const record = await this.statements.prepare(of.__typename, 'key', [use]).load(keyOf(of));
    if (!record) throw new Error(`A ${of.__typename} that was just read is no longer there.`);
    return record[readAlong]?.get(name);
  }
}

/** Nodes are found by their id, relationships by Neo4j's own; of the start of every question there is one. */
function keyOf(of: Loaded): string {
  return 'key' in of ? String(of.key) : 'id' in of ? String(of.id) : '';
}
