import type { Driver } from 'neo4j-driver';
import { type Bolt, openBolt } from './bolt/bolt.js';
import type { Env } from './env.js';
import { fillFirst } from './loading.js';
import type { Address } from './neo4j/address.js';
import { connect } from './neo4j/connect.js';
import { startEmbedded } from './neo4j/embedded.js';
import { hasData } from './neo4j/offlineImport.js';

/** An open database: the one that the settings name, else an embedded one of our own. */
export interface Database {
  readonly driver: Driver;
  readonly bolt: Bolt | undefined;
  readonly address: Address;
  /** Resolves if the embedded database ends by itself; never for another's. */
  readonly lost: Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openDatabase(env: Env, report: (line: string) => void): Promise<Database> {
  return env.NEO4J_URI ? openServer(env, env.NEO4J_URI) : openEmbedded(env, report);
}

async function openServer(env: Env, uri: string): Promise<Database> {
  const address = { uri, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD, database: env.NEO4J_DATABASE };
  return { ...(await reach(address)), lost: new Promise(() => undefined) };
}

async function openEmbedded(env: Env, report: (line: string) => void): Promise<Database> {
  if (!hasData(env.MUSUBI_HOME)) await fillFirst(env.MUSUBI_HOME);
  const embedded = await startEmbedded({ home: env.MUSUBI_HOME, report });
  const reached = await reach(embedded).catch(async (error) => {
    await embedded.stop();
    throw error;
  });
  const close = async () => {
    await reached.close();
    await embedded.stop();
  };
  return { ...reached, lost: embedded.exited.then(() => undefined), close };
}

/** The driver proves that the address is right before our own transport relies on it. */
async function reach(address: Address): Promise<Omit<Database, 'lost'>> {
  const driver = await connect(address);
  const bolt = openBolt({ ...address, connections: 100 });
  const close = async () => {
    await bolt?.close();
    await driver.close();
  };
  return { driver, bolt, address, close };
}
