import type { GraphQLResolveInfo } from 'graphql';
import { BadInput, bounded } from './graph/errors.js';
import { externalKey } from './graph/externalIds.js';
import type { Graph } from './graph/graph.js';
import { type NodeName, prefixes, typeOfId } from './graph/ids.js';
import type { Awaitable, Page, PageArgs, PageEdge, Reader } from './graph/reader.js';
import type { RecordOf } from './graph/records.js';
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
  sources(): Awaitable<readonly RecordOf<'Source'>[]>;
  /** A list of everything of a kind. */
  list<E extends PageEdge<'Query'>>(edge: E, args: PageArgs, info: GraphQLResolveInfo): Promise<Page<'Query', E>>;
}

export interface Lookup {
  readonly id?: string | null | undefined;
  readonly externalId?: { readonly site: string; readonly value: string } | null | undefined;
}

/** The record that every question starts from. */
const start = { __typename: 'Query' } as const;

export function createContext({ reader }: Graph, planner: Planner): Context {
  const roots: Roots = {
    async find(type, lookup, info) {
      const { findBy, key } = keyOf(type, lookup);
      return (await planner.forRecord(info, type, findBy).load(key)) as RecordOf<typeof type> | null;
    },
    async node(id, info) {
      return (await planner.forRecord(info, typeOf(id), 'key').load(id)) as RecordOf<NodeName> | null;
    },
    async findAll(ids, info) {
      bounded('The number of ids', ids.length, 100, ' Ask for the rest in a second operation.');
      return Promise.all(ids.map((id) => roots.node(id, info)));
    },
    sources: () => reader.read(start, 'sources'),
    async list(edge, args, info) {
      const page = reader.page(start, edge, args);
      const whole = await planner.forList(info, edge, args)?.load('');
      return whole ? { ...page, of: whole as RecordOf<'Query'> } : page;
    },
  };
  return { graph: Object.assign(Object.create(reader), roots) };
}

function keyOf(type: NodeName, { id, externalId }: Lookup): { findBy: 'key' | 'externalId'; key: string } {
  if (id != null && externalId == null) return { findBy: 'key', key: ownId(type, id) };
  if (externalId != null && id == null) return { findBy: 'externalId', key: externalKey(externalId.site, externalId.value) };
  throw new BadInput(`Give exactly one of id and externalId, but got ${id == null ? 'neither' : 'both'}.`);
}

function ownId(type: NodeName, id: string): string {
  if (typeOf(id) === type) return id;
  throw new BadInput(`The id of a ${type} begins with ${prefixes[type]}_, but got ${JSON.stringify(id)}. node(id:) takes ids of any kind.`);
}

function typeOf(id: string): NodeName {
  const type = typeOfId(id);
  if (type) return type;
  throw new BadInput(`An id looks like wrk_1a2b3c4d5e6f (${Object.values(prefixes).join('_, ')}_), but got ${JSON.stringify(id.slice(0, 60))}. Take ids from an answer of this API; ids of other sites go into externalId.`);
}

