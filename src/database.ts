import type { Env } from './env.js';
import { fillFirst } from './loading.js';
import { startEmbedded } from './neo4j/embedded.js';
import { hasData } from './neo4j/offlineImport.js';
import { type Reached, reach } from './neo4j/reach.js';

/** An open database: the one that the settings name, else an embedded one of our own. */
export interface Database extends Reached {
  /** Resolves if the embedded database ends by itself; never for another's. */
  readonly lost: Promise<void>;
}

/** For all that is asked at once. */
const connections = 100;

export async function openDatabase(env: Env, report: (line: string) => void): Promise<Database> {
  return env.NEO4J_URI ? openServer(env, env.NEO4J_URI) : openEmbedded(env, report);
}

async function openServer(env: Env, uri: string): Promise<Database> {
  const address = { uri, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD, database: env.NEO4J_DATABASE };
  return { ...(await reach(address, connections)), lost: new Promise(() => undefined) };
}

async function openEmbedded(env: Env, report: (line: string) => void): Promise<Database> {
  if (!hasData(env.MUSUBI_HOME)) await fillFirst(env.MUSUBI_HOME);
  const embedded = await startEmbedded({ home: env.MUSUBI_HOME, report });
  const reached = await reach(embedded, connections).catch(async (error) => {
    await embedded.stop();
    throw error;
  });
  const close = async () => {
    await reached.close();
    await embedded.stop();
  };
  return { ...reached, lost: embedded.exited.then(() => undefined), close };
}
