// Jest loads this file by itself, without its transforms.
import { register } from 'tsx/esm/api';

/** Starts one real Neo4j for the run, unless MUSUBI_TEST_DATABASE names one that has the default data. */
export default async function setup() {
  if (process.env.MUSUBI_TEST_DATABASE) return;
  const unregister = register();
  const { startDatabase } = await import('./startDatabase.ts');
  const { stop, uri, user, password, database } = await startDatabase();
  await unregister();
  process.env.MUSUBI_TEST_DATABASE = JSON.stringify({ uri, user, password, database });
  globalThis.stopTestDatabase = stop;
}
