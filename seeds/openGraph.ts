import type { Driver } from 'neo4j-driver';
import { openBolt } from '../src/bolt/bolt.js';
import type { Env } from '../src/env.js';
import type { Address } from '../src/neo4j/address.js';
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
    return reached(address, await connect(address));
  }
  const running = await runningEmbedded(env.MUSUBI_HOME);
  const joined = running && (await connect(running).catch(() => undefined));
  if (running && joined) return reached(running, joined);
  const embedded = await startEmbedded({ home: env.MUSUBI_HOME, report });
  const graph = reached(embedded, await connect(embedded));
  const close = async () => {
    await graph.close();
    await embedded.stop();
  };
  return { ...graph, close };
}

function reached(address: Address, driver: Driver): Graph {
  const bolt = openBolt({ ...address, connections: 4 });
  const close = async () => {
    await bolt?.close();
    await driver.close();
  };
  return { driver, database: address.database, bolt, close };
}
