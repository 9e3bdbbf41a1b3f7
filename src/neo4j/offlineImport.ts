import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { jvmFlags, loadingMemory, writeConfiguration } from './configuration.js';
import { type Columns, csvOptions, headerOf, lineWriter, type Properties, writeCsv } from './csv.js';
import { diskExplained, fullDisk, requireSpace, tellsFullDisk } from './disk.js';
import { provideJars } from './jars.js';
import { findJdk, type Jdk } from './java.js';
import { ownPassword } from './password.js';
import { run } from './run.js';
import { SetupError } from './setupError.js';
import { whileReporting } from './whileReporting.js';
import { wholeFolder } from './wholeFolder.js';

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;
type Report = (line: string) => void;

/** Nodes of one label. A label may have several tables; their keys are unique together. */
export interface NodeTable {
  readonly label: string;
  /** The property that a node is told by; a string. */
  readonly key: string;
  /** The other properties. */
  readonly columns: Columns;
  readonly rows: Rows<{ readonly key: string; readonly properties: Properties }>;
}

/** Relationships of one type between nodes of two labels, which are named by their keys. */
export interface RelationshipTable {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly columns: Columns;
  readonly rows: Rows<{ readonly from: string; readonly to: string; readonly properties: Properties }>;
}

interface OfflineImport {
  /** A home that has no data yet, as startEmbedded takes it. */
  readonly home: string;
  /** The folder of Neo4j's jars. */
  readonly jars: string;
  /** Receives sentences on what takes long. */
  readonly report: Report;
  /** Writes what is to be imported into a folder, which is gone afterwards; gives the options that hand it to the importer, which runs there. */
  readonly write: (folder: string) => Promise<readonly string[]>;
}

interface TablesImport extends Omit<OfflineImport, 'write'> {
  /** Rows are asked for one table after the other, as fast as they can be written. */
  readonly nodes: readonly NodeTable[];
  readonly relationships: readonly RelationshipTable[];
}

interface Importer {
  readonly classPath: string;
  readonly jdk: Jdk;
  readonly report: Report;
}

interface Table {
  readonly option: string;
  readonly header: readonly string[];
  readonly lines: AsyncIterable<string>;
}

/** The importer would take nine tenths of the machine. */
const offHeap = '2G';

/**
 * Fills a home that has no data yet with Neo4j's offline importer: many times as fast as statements, and all or nothing. Killed
 * anywhere, the home still has no data. Constraints and indexes are made afterwards. What the user can mend is a SetupError.
 */
export async function importOffline({ home: folder, jars, report, write }: OfflineImport): Promise<void> {
  const home = resolve(folder);
  try {
    await mkdir(home, { recursive: true, mode: 0o700 }); // the data is not encrypted
    requireNoData(home);
    await requireSpace(home);
    await ownPassword(home, report); // a start that finds data without one would call it lost
    const jdk = await findJdk();
    const classPath = join(await provideJars(resolve(jars), jdk, report), '*');
    await wholeFolder(dataOf(home), async (partial) => {
      await fill(partial, write, { classPath, jdk, report });
      requireNoData(home); // another process may have started a Neo4j there meanwhile
    });
  } catch (error) {
    throw diskExplained(home, error);
  }
}

/** The same for tables that are known beforehand. */
export function importTables({ nodes, relationships, report, ...into }: TablesImport): Promise<void> {
  const tables = [...nodes.map(nodeTable), ...relationships.map(relationshipTable)];
  return importOffline({ ...into, report, write: (folder) => writeTables(folder, tables, report) });
}

function dataOf(home: string): string {
  return join(home, 'data');
}

export const hasData = (home: string): boolean => existsSync(dataOf(resolve(home)));

function requireNoData(home: string): void {
  if (!hasData(home)) return;
  throw new SetupError(`The offline importer fills only a home without data, but ${dataOf(home)} is there. Delete it, or import into another home.`);
}

function nodeTable({ label, key, columns, rows }: NodeTable): Table {
  const write = lineWriter(label, columns);
  const lines = each(rows, (row) => write([row.key], row.properties));
  return { option: `--nodes=${label}`, header: [`${key}:ID(${label})`, ...headerOf(columns)], lines };
}

function relationshipTable({ type, from, to, columns, rows }: RelationshipTable): Table {
  const write = lineWriter(type, columns);
  const lines = each(rows, (row) => write([row.from, row.to], row.properties));
  return { option: `--relationships=${type}`, header: [`:START_ID(${from})`, `:END_ID(${to})`, ...headerOf(columns)], lines };
}

async function* each<Row>(rows: Rows<Row>, lineOf: (row: Row) => string): AsyncGenerator<string> {
  for await (const row of rows) yield lineOf(row);
}

/** The importer has a home of its own, which is gone when the data is whole. */
async function fill(data: string, write: OfflineImport['write'], importer: Importer): Promise<void> {
  const scratch = join(data, 'import');
  await mkdir(scratch);
  await writeConfiguration(scratch, loadingMemory);
  const options = await write(scratch);
  await runImporter(scratch, options, importer);
  for (const name of await readdir(dataOf(scratch))) await rename(join(dataOf(scratch), name), join(data, name));
  await rm(scratch, { recursive: true });
}

/** Writes each table as a file, and tells the options that hand the files to the importer. */
async function writeTables(scratch: string, tables: readonly Table[], report: Report): Promise<readonly string[]> {
  let lines = 0;
  const counted = async function* (table: Table) {
    for await (const line of table.lines) {
      lines += 1;
      yield line;
    }
  };
  const writing = async () => {
    const written = [];
    // The importer takes a comma in a path for the end of it; so it is told bare names, and runs in their folder.
    for (const [index, table] of tables.entries()) {
      written.push(await writeCsv(join(scratch, `${index}.csv`), table.header, counted(table)));
    }
    return written;
  };
  const sentence = (seconds: number) => `Writing what is to be imported: ${lines.toLocaleString('en')} nodes and relationships, ${seconds} s.`;
  const written = await whileReporting(writing(), report, sentence);
  const multiline = written.some((table) => table.multiline) ? ['--multiline-fields=true'] : [];
  return [...multiline, ...tables.map(({ option }, index) => `${option}=${index}.csv`)];
}

async function runImporter(scratch: string, options: readonly string[], { classPath, jdk, report }: Importer): Promise<void> {
  // Only --verbose makes it tell what was wrong.
  const strict = ['--bad-tolerance=0', `--max-off-heap-memory=${offHeap}`, '--verbose'];
  const command = ['org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j', ...csvOptions, ...strict, ...options];
  const env = { ...process.env, NEO4J_HOME: scratch, NEO4J_CONF: join(scratch, 'conf') };
  let stage = 'Beginning';
  const onLine = (line: string) => {
    stage = /^[A-Z].*(?=, started )/.exec(line)?.[0] ?? stage;
  };
  const importing = run(jdk.java, [...jvmFlags(loadingMemory), '-cp', classPath, ...command], { cwd: scratch, env, onLine });
  const { code, output } = await whileReporting(importing, report, (seconds) => `Neo4j is importing: ${stage}, ${seconds} s.`);
  if (code !== 0) throw importFailure(scratch, code, output);
}

function importFailure(scratch: string, code: number | null, output: string): Error {
  if (tellsFullDisk(output)) return fullDisk(dirname(dirname(scratch)));
  const end = code === null ? 'was killed' : `ended with code ${code}`;
  return new Error(`Neo4j's offline importer ${end}: ${reasonOf(output)}\nNothing was imported. Correct what is to be imported, and start again.`);
}

/** The innermost cause without its class; where there is none, what the importer said last. */
function reasonOf(output: string): string {
  const lines = output.split('\n');
  const cause = lines.findLast((line) => line.startsWith('Caused by: '));
  return cause?.replace(/^Caused by: (?:[\w.$]+: )?/, '') ?? lines.slice(-5).join('\n');
}
