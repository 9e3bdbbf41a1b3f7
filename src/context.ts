import type { GraphQLResolveInfo } from 'graphql';
import type { Caller } from './graph/caller.js';
import type { Loaded } from './graph/decode.js';
import { bounded } from './graph/errors.js';
import { findEdge } from './graph/find.js';
import type { Graph } from './graph/graph.js';
import type { NodeName } from './graph/ids.js';
import { type Page, type PageArgs, type PageEdge, type Reader, start } from './graph/reader.js';
import type { RecordOf } from './graph/records.js';
import { keyOfLookup, type Lookup, typeOf } from './lookup.js';
import type { Planner } from './planning/planner.js';

/** What every resolver is given. */
export interface Context {
  readonly graph: Reader & Roots;
}

/** Where a question starts; `info` tells the planner what will be wanted of the answer. */
export interface Roots {
  /** The thing with an id here or elsewhere, exactly one of the two; null where there is none. */
  find<T extends NodeName>(type: T, lookup: Lookup, info: GraphQLResolveInfo): Promise<RecordOf<T> | null>;
  /** Whatever has this id. */
  node(id: string, info: GraphQLResolveInfo): Promise<RecordOf<NodeName> | null>;
  /** Many things by their ids: in the order asked, null where there is none. */
  findAll(ids: readonly string[], info: GraphQLResolveInfo): Promise<readonly (RecordOf<NodeName> | null)[]>;
  sources(info: GraphQLResolveInfo): Promise<readonly RecordOf<'Source'>[]>;
  /** A list of everything of a kind. */
  list<E extends PageEdge<'Query'>>(edge: E, args: PageArgs, info: GraphQLResolveInfo): Promise<Page<'Query', E>>;
}

/** A context for one request; `failed` where reading for it has failed already. Its operation is answered by one statement where the planner has one, else as its resolvers ask. */
export function createContext(graph: Graph, planner: Planner, caller: Caller, failed?: unknown): Context {
  const reader = graph.readerFor(caller);
  let planned: Promise<Loaded | undefined> | undefined;
  const startOf = async (info: GraphQLResolveInfo) => {
    planned ??= failed === undefined ? planner.answer(info, caller) : Promise.reject(failed);
    return ((await planned) ?? start) as RecordOf<'Query'>;
  };
  const roots: Roots = {
    async find(type, lookup, info) {
      const { findBy, key } = keyOfLookup(type, lookup);
      return reader.found(await startOf(info), type, findBy, key);
    },
    node: async (id, info) => reader.found(await startOf(info), typeOf(id), 'key', id),
    async findAll(ids, info) {
      if (ids.length > 0) bounded('The number of ids', ids.length, 100, ' Ask for the rest in a second operation.');
      return Promise.all(ids.map((id) => nodeAlone(id, info)));
    },
    sources: async (info) => reader.read(await startOf(info), 'sources'),
    async list(edge, args, info) {
      const page = reader.page(start, edge, args);
      return { ...page, of: await startOf(info) };
    },
  };
  const nodeAlone = async (id: string, info: GraphQLResolveInfo) => {
    const type = typeOf(id);
    const answer = await planner.answerField(info, { edge: findEdge(type, 'key'), args: { key: id } }, caller);
    return reader.found((answer ?? start) as RecordOf<'Query'>, type, 'key', id);
  };
  return { graph: Object.assign(Object.create(reader), roots) };
}
