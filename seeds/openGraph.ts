import type { Driver } from 'neo4j-driver';
import type { Env } from '../src/env.js';
import { loadingMemory } from '../src/neo4j/configuration.js';
import { runningEmbedded, startEmbedded } from '../src/neo4j/embedded.js';
import { type Reached, reach } from '../src/neo4j/reach.js';
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
    return graphOf(await reach(address, connections));
  }
  const running = await runningEmbedded(env.MUSUBI_HOME);
  const joined = running && (await reach(running, connections).catch(() => undefined));
  if (joined) return graphOf(joined);
  const embedded = await startEmbedded({ home: env.MUSUBI_HOME, memory: loadingMemory, report });
  const graph = graphOf(await reach(embedded, connections));
  const close = async () => {
    await graph.close();
    await embedded.stop();
  };
  return { ...graph, close };
}

/** One load asks little at once. */
const connections = 4;

const graphOf = ({ driver, bolt, address, close }: Reached): Graph => ({ driver, bolt, database: address.database, close });
