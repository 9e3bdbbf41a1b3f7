import { readdirSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureIndexes } from '../../src/graph/indexes.js';
import type { Memory } from '../../src/neo4j/configuration.js';
import { connect } from '../../src/neo4j/connect.js';
import { type Embedded, startEmbedded } from '../../src/neo4j/embedded.js';
import { fingerprint } from '../../src/neo4j/fingerprint.js';
import { importTables, type NodeTable, type RelationshipTable } from '../../src/neo4j/offlineImport.js';
import { whileReporting } from '../../src/neo4j/whileReporting.js';
import { wholeFolder } from '../../src/neo4j/wholeFolder.js';
import { graphOf, type Size } from './graph.js';

type Report = (line: string) => void;

export interface BenchDatabase extends Embedded {
  /** The process of the JVM. */
  readonly pid: number;
}

/** A graph that is made once and kept. */
export interface Made {
  /** Its home is called so, and by what it is made by. */
  readonly name: string;
  /** Files. */
  readonly makers: readonly string[];
  readonly memory: Memory;
  readonly tables: () => { readonly nodes: readonly NodeTable[]; readonly relationships: readonly RelationshipTable[] };
}

export const root = fileURLToPath(new URL('../../', import.meta.url));
const homes = join(root, '.musubi', 'bench');
const jars = join(root, '.musubi', 'lib');

/** What the graph is made by. */
const makers = [
  ...['graph', 'numbered', 'graphFacts', 'graphThings', 'graphWorld', 'tieUpEnds', 'generatedNames', 'random'].map(
    (name) => `tests/bench/${name}.ts`,
  ),
  ...['src/graph/orderKeys.ts', 'src/graph/nameQuery.ts', 'seeds/season.ts'],
  ...readdirSync(join(root, 'src', 'names')).map((name) => `src/names/${name}`),
].map((name) => join(root, name));

/** Such that neither size waits for the disk. */
const memory: Readonly<Record<Size, Memory>> = {
  S: { heap: '1g', pageCache: '512m' },
  L: { heap: '2g', pageCache: '4g' },
};

/** Starts a Neo4j of its own with the generated graph of a size. */
export function benchDatabase(size: Size, report: Report): Promise<BenchDatabase> {
  return startMade({ name: size, makers, memory: memory[size], tables: () => graphOf(size) }, report);
}

/** Starts a Neo4j of its own with a graph, which is imported when it is not there yet. */
export async function startMade(made: Made, report: Report): Promise<BenchDatabase> {
  const name = `${made.name}-${await fingerprint(...made.makers)}`;
  await removeOthers(made, name);
  const home = join(homes, name);
  await wholeFolder(home, (partial) => fill(partial, made, report));
  const embedded = await startIndexed(home, made, report);
  return { ...embedded, pid: await jvmOf(home) };
}

async function removeOthers(made: Made, name: string): Promise<void> {
  const all = await readdir(homes).catch(() => []);
  const others = all.filter((each) => each.startsWith(`${made.name}-`) && !each.startsWith(name));
  for (const each of others) await rm(join(homes, each), { recursive: true });
}

/** The first start and the indexes take long on a large graph; with them the home can be measured at once. */
async function fill(home: string, made: Made, report: Report): Promise<void> {
  report(`Making the graph ${made.name}, once.`);
  await importTables({ home, jars, report, ...made.tables() });
  const embedded = await startIndexed(home, made, report);
  await embedded.stop();
}

/** With the indexes that the product has now, which may be more than it had when the graph was made. */
async function startIndexed(home: string, { memory: given }: Made, report: Report): Promise<Embedded> {
  const embedded = await startEmbedded({ home, jars, memory: given, report });
  try {
    await whileReporting(index(embedded), report, (seconds) => `Neo4j is indexing: ${seconds} s.`);
    return embedded;
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function index(embedded: Embedded): Promise<void> {
  const driver = await connect(embedded);
  await ensureIndexes(driver, embedded.database).finally(() => driver.close());
}

/** The launcher writes "PARENT JVM" into the file that it locks. */
async function jvmOf(home: string): Promise<number> {
  const [, jvm] = (await readFile(join(home, 'lock'), 'utf8')).split(' ');
  return Number(jvm);
}
