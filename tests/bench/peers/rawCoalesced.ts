import DataLoader from 'dataloader';
import type { Statement } from '../statement.js';
import { openDriver } from './driver.js';
import { type Query, queryOf } from './query.js';
import { serveRaw } from './rawHttp.js';
import { serve } from './serve.js';

/** Requests in flight for the same statement share it. A page has no key to be told apart by, so it stays alone. */
await serve((address) => {
  const query = queryOf(openDriver(address), address.database);
  const loaders = new Map<string, DataLoader<string, unknown>>();
  const loaderOf = (text: string) => {
    const loader = loaders.get(text) ?? coalescing(query, text);
    loaders.set(text, loader);
    return loader;
  };
  return serveRaw(async (statement, variables) => {
    if (statement.coalesced) return loaderOf(statement.coalesced).load(String(variables['id']));
    return alone(query, statement, variables);
  });
});

function coalescing(query: Query, text: string): DataLoader<string, unknown> {
  const load = async (keys: readonly string[]) => {
    const rows = await query(text, { keys: [...new Set(keys)] });
    const found = new Map(rows.map((row) => [row.get('key'), row.get('data')]));
    return keys.map((key) => found.get(key) ?? null);
  };
  return new DataLoader(load, { cache: false, batchScheduleFn: setImmediate, maxBatchSize: 100 });
}

async function alone(query: Query, { text, parameters }: Statement, variables: Parameters<Statement['parameters']>[0]): Promise<unknown> {
  const [row] = await query(text, parameters(variables));
  return row?.get('data') ?? null;
}
