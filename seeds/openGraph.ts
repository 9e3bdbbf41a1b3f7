import type { Driver } from 'neo4j-driver';
import type { Env } from '../src/env.js';
import { connect } from '../src/neo4j/connect.js';
import { runningEmbedded, startEmbedded } from '../src/neo4j/embedded.js';
import type { Into } from './into.js';
import type { Report } from './report.js';

interface Graph extends Into {
  readonly driver: Driver;
  readonly close: () => Promise<void>;
}

/** The graph that is to be loaded: the database that the settings name, else the embedded one, which a server may have running already. */
export async function openGraph(env: Env, report: Report): Promise<Graph> {
  if (env.NEO4J_URI !== undefined) {
    const address = { uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD, database: env.NEO4J_DATABASE };
    const driver = await connect(address);
    return { driver, database: address.database, close: () => driver.close() };
  }
  const running = await runningEmbedded(env.MUSUBI_HOME);
  const joined = running && (await connect(running).catch(() => undefined));
  if (running && joined) return { driver: joined, database: running.database, close: () => joined.close() };
  const embedded = await startEmbedded({ home: env.MUSUBI_HOME, report });
  const driver = await connect(embedded);
  const close = async () => {
    await driver.close();
    await embedded.stop();
  };
  return { driver, database: embedded.database, close };
}
