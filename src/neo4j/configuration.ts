import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What Neo4j may take of the machine's memory, in the words of its settings. */
export interface Memory {
  readonly heap: string;
  readonly pageCache: string;
  /** How the heap is tidied: in pauses that no caller notices (G1, the default), or in fewer and longer ones that take a tenth less of a load's time. */
  readonly collector?: 'G1' | 'Parallel';
}

export const laptopMemory: Memory = { heap: '1g', pageCache: '512m' };

/** For a Neo4j that nobody asks anything while it is loaded. */
export const loadingMemory: Memory = { ...laptopMemory, collector: 'Parallel' };

/** Reached from this machine only. */
const settings = {
  'server.bolt.enabled': 'true',
  // Port 0 lets the system choose a free one; the launcher tells which.
  'server.bolt.listen_address': '127.0.0.1:0',
  'dbms.security.auth_enabled': 'true',
  'dbms.usage_report.enabled': 'false',
  'db.tx_log.rotation.size': '64m',
  'db.tx_log.rotation.retention_policy': '2 files',
  // The default writes each log file in full size beforehand: 512 MB for an empty graph.
  'db.tx_log.preallocate': 'false',
  // A song's twenty factors would otherwise be read whenever its artists are asked for: above so many relationships, those of each type are kept apart.
  'db.relationship_grouping_threshold': '8',
  'db.logs.query.enabled': 'OFF',
  // Bolt would otherwise wait ten seconds after the last connection is gone.
  'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
};

/** Writes home/conf/neo4j.conf, anew at every start: it is ours, not the user's. */
export async function writeConfiguration(home: string, { pageCache }: Memory, further: Readonly<Record<string, string>> = {}): Promise<void> {
  const all = { ...settings, 'server.memory.pagecache.size': pageCache, ...further };
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}\n`);
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), lines.join(''));
}

/** What Neo4j's own start script gives the JVM, where it matters here. */
export const jvmFlags = ({ heap, collector = 'G1' }: Memory) => [
  '-Xms256m',
  `-Xmx${heap}`,
  `-XX:+Use${collector}GC`,
  '-XX:+ExitOnOutOfMemoryError',
  '-Dio.netty.tryReflectionSetAccessible=true',
  ...['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
];
