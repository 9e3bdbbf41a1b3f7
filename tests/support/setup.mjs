// Jest loads this file by itself, without its transforms.
import { register } from 'tsx/esm/api';

/** Starts the real Neo4j databases of the run, unless MUSUBI_TEST_DATABASE names one that has the default data. */
export default async function setup() {
  if (process.env.MUSUBI_TEST_DATABASE) return;
  const unregister = register();
  const { startDefaultDatabase, startScratchDatabase } = await import('./startDatabase.ts');
  const [standing, scratch] = await Promise.all([startDefaultDatabase(), startScratchDatabase()]);
  await unregister();
  process.env.MUSUBI_TEST_DATABASE = addressOf(standing);
  process.env.MUSUBI_SCRATCH_DATABASE = addressOf(scratch);
  globalThis.stopTestDatabases = () => Promise.all([standing.stop(), scratch.stop()]);
}

const addressOf = ({ uri, user, password, database }) => JSON.stringify({ uri, user, password, database });
