import DataLoader from 'dataloader';
import { int } from 'neo4j-driver';
import type { Query } from '../query.js';

/** A node or a relationship as its properties, with whatever else a row says. */
export type Thing = Readonly<Record<string, unknown>>;

/** What the resolvers of one request share. */
export interface Loaders {
  /** Rows of a statement without a key: lists of everything, a search. */
  readonly rows: (text: string, parameters: Readonly<Record<string, unknown>>) => Promise<readonly Thing[]>;
  /** The rows that an edge leads to from one thing; all things of a level share one statement. */
  readonly edge: (edge: EdgeCypher, id: string, first?: number) => Promise<readonly Thing[]>;
}

/** Cypher that gives for `$ids` rows of `id` and `rows`; those that take `$first` are limited by it. */
export type EdgeCypher = string;

export function createLoaders(query: Query): Loaders {
  const loaders = new Map<string, DataLoader<string, readonly Thing[]>>();
  return {
    rows: async (text, parameters) => (await query(text, parameters)).map((row): Thing => row.get('row')),
    edge: (edge, id, first = 0) => {
      const name = `${first} ${edge}`;
      const loader = loaders.get(name) ?? edgeLoader(query, edge, first);
      loaders.set(name, loader);
      return loader.load(id);
    },
  };
}

function edgeLoader(query: Query, edge: EdgeCypher, first: number): DataLoader<string, readonly Thing[]> {
  return new DataLoader(async (ids) => {
    const rows = await query(edge, { ids, first: int(first) });
    const found = new Map(rows.map((row) => [row.get('id'), row.get('rows')]));
    return ids.map((id) => found.get(id) ?? []);
  });
}
