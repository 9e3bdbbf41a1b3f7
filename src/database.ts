import type { Driver } from 'neo4j-driver';
import type { Env } from './env.js';
import { connect } from './neo4j/connect.js';
import { startEmbedded } from './neo4j/embedded.js';

/** An open database: the one that the settings name, else an embedded one of our own. */
export interface Database {
  readonly driver: Driver;
  readonly name: string;
  /** Resolves if the embedded database ends by itself; never for another's. */
  readonly lost: Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openDatabase(env: Env, report: (line: string) => void): Promise<Database> {
  return env.NEO4J_URI ? openServer(env, env.NEO4J_URI) : openEmbedded(env, report);
}

async function openServer(env: Env, uri: string): Promise<Database> {
  const driver = await connect({ uri, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD, database: env.NEO4J_DATABASE });
  return { driver, name: env.NEO4J_DATABASE, lost: new Promise(() => undefined), close: () => driver.close() };
}

async function openEmbedded(env: Env, report: (line: string) => void): Promise<Database> {
  const embedded = await startEmbedded({ home: env.MUSUBI_HOME, report });
  const driver = await connect(embedded).catch(async (error) => {
    await embedded.stop();
    throw error;
  });
  const close = async () => {
    await driver.close();
    await embedded.stop();
  };
  return { driver, name: embedded.database, lost: embedded.exited.then(() => undefined), close };
}
