import type { GraphQLResolveInfo } from 'graphql';
import { bounded } from './graph/errors.js';
import type { FindBy } from './graph/find.js';
import type { Graph } from './graph/graph.js';
import type { NodeName } from './graph/ids.js';
import type { Page, PageArgs, PageEdge, Reader } from './graph/reader.js';
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

/** The record that every question starts from. */
const start = { __typename: 'Query' } as const;

export function createContext({ reader }: Graph, planner: Planner): Context {
  /** The answer of the one statement for an operation that asks several things at once; undefined for any other. */
  const whole = async (info: GraphQLResolveInfo) => ((await planner.forOperation(info)?.load('')) ?? undefined) as RecordOf<'Query'> | undefined;
  const found = async <T extends NodeName>(type: T, findBy: FindBy, key: string, info: GraphQLResolveInfo) => {
    const answer = await whole(info);
    const record: unknown = answer ? await reader.found(answer, type, findBy, key) : await planner.forRecord(info, type, findBy).load(key);
    return record as RecordOf<T> | null;
  };
  const roots: Roots = {
    async find(type, lookup, info) {
      const { findBy, key } = keyOfLookup(type, lookup);
      return found(type, findBy, key, info);
    },
    node: async (id, info) => found(typeOf(id), 'key', id, info),
    async findAll(ids, info) {
      if (ids.length > 0) bounded('The number of ids', ids.length, 100, ' Ask for the rest in a second operation.');
      return Promise.all(ids.map(async (id) => (await planner.forRecord(info, typeOf(id), 'key').load(id)) as RecordOf<NodeName> | null));
    },
    async sources(info) {
      return reader.read((await whole(info)) ?? start, 'sources');
    },
    async list(edge, args, info) {
      const page = reader.page(start, edge, args);
      const answer = (await whole(info)) ?? (await planner.forList(info, edge, args)?.load(''));
      return answer ? { ...page, of: answer as RecordOf<'Query'> } : page;
    },
  };
  return { graph: Object.assign(Object.create(reader), roots) };
}
