import { z } from 'zod';
import type { Filter } from './filter.js';
import { isMergeable } from './ids.js';

/**
 * How records and edges are declared, each once. A record is a node or a relationship of the graph with its plain fields;
 * an edge leads from a record to one or many others. Everything that is read is derived from these declarations (compile.ts).
 *
 * In the Cypher of a declaration `@this` is the record an edge starts from, `@that` the record it leads to, any other
 * `@name` a variable of its own, and `$name` an argument (of the outermost edges a variable, to be imported into a subquery). The compiler gives them names that are unique in the statement.
 * In what a row says, `RECORD(@name)` is the node in that variable with all its plain fields, `RECORD(@name, Type)` the record of that type.
 */
export interface RecordType<Shape extends Fields = Fields, Edges extends EdgeMap = EdgeMap> {
  /** What a record of this type looks like once it is read. */
  readonly model: z.ZodObject<Shape>;
  /** Cypher of the fields that are not simply a property of the same name. */
  readonly at: Readonly<Record<string, string>>;
  /** Cypher that finds `@that` by `$key`. */
  readonly find: string;
  readonly edges: Edges;
  readonly filter: Filter;
}

/** The plain fields of a record, each with its model. */
type Fields = Readonly<Record<string, z.ZodType>>;

export type Take = 'one' | 'maybe' | 'many' | 'page';

export interface Edge<To extends string = string, Kind extends Take = Take, Row extends RowFields = RowFields, Shown = string | undefined> {
  /** The types of record it leads to; more than one where that differs from row to row. */
  readonly to: readonly To[];
  /** `one`: always there. `maybe`: one or none. `many`: a bounded list. `page`: a connection. */
  readonly take: Kind;
  /** Cypher that binds `@that`; ends in a clause that may be followed by WHERE. */
  readonly match: string;
  /** Binds the same rows with less work, where what it is `without` is not asked for. */
  readonly lighter: { readonly without: string; readonly match: string } | undefined;
  /** What a row says beyond the record it leads to, and of each field of it the model and the Cypher. */
  readonly row: Row;
  /** The order where none is asked for; ties are broken by the record's key. */
  readonly order: readonly OrderKey[];
  /** The orders that can be asked for, by the name they have in the API. */
  readonly orders: Readonly<Record<string, string>>;
  /** Whether an index keeps each of its orders (indexes.ts): a page is read off it, and nothing sorted. */
  readonly indexed: boolean;
  /** What breaks ties in the order, and so ends each cursor; the record's own key where none is given. */
  readonly key: string | undefined;
  /** What `where` speaks of: a type's filter, applied to a variable of `match`. */
  readonly where: { readonly type: string; readonly on: string } | undefined;
  /** Of a page whose rows are relationships: the edge from there to the node that the connection shows. */
  readonly node: Shown;
  /** The most rows that are ever read at once. */
  readonly limit: number;
  /** Arguments of `$name`s in `match`, made from what the caller gave. */
  readonly given: ((args: Args) => Readonly<Record<string, unknown>>) | undefined;
}

export type EdgeMap = Readonly<Record<string, Edge>>;
export type Args = Readonly<Record<string, unknown>>;

export interface OrderKey {
  /** Never null: absent values are folded into the expression. */
  readonly by: string;
  readonly descending?: boolean;
}

export type RowFields = Readonly<Record<string, readonly [model: z.ZodType, cypher: string]>>;
type None = Readonly<Record<never, never>>;

/** The fields of the row that was given; not to be guessed from where the edge is used. */
type Given<Row extends RowFields> = [Row][Row extends unknown ? 0 : never];

interface ListOptions<Row extends RowFields> {
  readonly row?: Row;
  readonly lighter?: { readonly without: string; readonly match: string };
  readonly order?: readonly OrderKey[];
  readonly orders?: Readonly<Record<string, string>>;
  readonly indexed?: boolean;
  readonly key?: string;
  readonly where?: { readonly type: string; readonly on?: string };
  readonly limit?: number;
  readonly given?: (args: Args) => Readonly<Record<string, unknown>>;
}

const noFilter: Filter = {};

/** A node of the graph, found by its `id`. */
export function node<Shape extends Fields, Edges extends EdgeMap>(
  label: string,
  shape: Shape,
  edges: Edges,
  filter = noFilter,
): RecordType<Shape, Edges> {
  return { model: z.object(shape), at: {}, find: isMergeable(label) ? findCurrent(label) : `MATCH (@that:${label} {id: $key})`, edges, filter };
}

/** An id that was merged into another finds that one, for ever (editing/merge.ts). */
const findCurrent = (label: string) => `OPTIONAL MATCH (@moved:Redirect {id: $key}) MATCH (@that:${label} {id: coalesce(@moved.to, $key)})`;

/** A relationship of the graph: a fact between two nodes. Its `key` is Neo4j's own and never leaves the process. */
export function relationship<Shape extends Fields, Edges extends EdgeMap>(
  type: string,
  shape: Shape,
  edges: Edges,
  at: Readonly<Record<string, string>> = {},
): RecordType<Shape & { key: z.ZodString }, Edges> {
  const find = `MATCH ()-[@that:${type}]->() WHERE elementId(@that) = $key`;
  return { model: z.object({ ...shape, key: z.string() }), at: { key: 'elementId(@this)', ...at }, find, edges, filter: noFilter };
}

const bare = {
  row: {},
  lighter: undefined,
  order: [],
  orders: {},
  indexed: false,
  key: undefined,
  where: undefined,
  node: undefined,
  given: undefined,
};

/** An edge to exactly one record. */
export function one<const To extends string>(to: To | readonly To[], match: string): Edge<To, 'one', None, undefined> {
  return { ...bare, to: typeof to === 'string' ? [to] : to, take: 'one', match, limit: 1 };
}

/** An edge to one record or none. */
export function maybe<const To extends string>(to: To | readonly To[], match: string, given?: Edge['given']): Edge<To, 'maybe', None, undefined> {
  return { ...bare, to: typeof to === 'string' ? [to] : to, take: 'maybe', match, limit: 1, given };
}

/** An edge to a bounded list, given whole. */
export function many<const To extends string, const Row extends RowFields = None>(
  to: To | readonly To[],
  match: string,
  options: ListOptions<Row> = {},
): Edge<To, 'many', Given<Row>, undefined> {
  return { ...list(typeof to === 'string' ? [to] : to, match, { limit: 500, ...options }), take: 'many', node: undefined };
}

/** An edge to a list of any length, given page by page. */
export function page<const To extends string, const Row extends RowFields = None>(
  to: To | readonly To[],
  match: string,
  options: ListOptions<Row> = {},
): Edge<To, 'page', Given<Row>, undefined> {
  return { ...list(typeof to === 'string' ? [to] : to, match, { limit: 100, ...options }), take: 'page', node: undefined };
}

/** A page whose rows are relationships; it shows the nodes that their edge `node` leads to. */
export function pageThrough<const To extends string, const Shown extends string>(
  to: To,
  node: Shown,
  match: string,
  options: ListOptions<None>,
): Edge<To, 'page', None, Shown> {
  return { ...list([to], match, { limit: 100, ...options }), take: 'page', node };
}

function list<To extends string, Row extends RowFields>(to: readonly To[], match: string, options: ListOptions<Row> & { readonly limit: number }) {
  const { row, lighter, where, order = [], orders = {}, indexed = false, key, given, limit } = options;
  return {
    to,
    match,
    // Where no row is given, Row is inferred to be none.
    row: row ?? ({} as Row),
    lighter,
    order,
    orders,
    indexed,
    key,
    where: where && { type: where.type, on: where.on ?? '@that' },
    limit,
    given,
  };
}
