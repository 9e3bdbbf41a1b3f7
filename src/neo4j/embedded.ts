import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import type { Address } from './address.js';
import { laptopMemory, type Memory, writeConfiguration } from './configuration.js';
import { diskExplained, requireSpace } from './disk.js';
import { provideJars } from './jars.js';
import { findJdk } from './java.js';
import { type Jvm, launch } from './jvm.js';
import { classPath } from './launcher.js';
import { ownPassword } from './password.js';
import { whileReporting } from './whileReporting.js';

interface EmbeddedOptions {
  /** The folder of everything: data, configuration, password, logs. */
  readonly home: string;
  /** The folder of Neo4j's jars, where several homes share it; else home/lib. */
  readonly jars?: string;
  /** Enough for a laptop where it isn't given. */
  readonly memory?: Memory;
  readonly extension?: Extension;
  /** Receives sentences on what takes long. */
  readonly report: (line: string) => void;
}

/** What Neo4j is to run with beyond itself. */
export interface Extension {
  /** The folder of its jars. */
  readonly jars: string;
  /** Settings that it needs. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A Neo4j that runs as a child of this process, reached from this machine only. */
export interface Embedded {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Shuts down cleanly and resolves when the JVM is gone. */
  readonly stop: () => Promise<void>;
  /** The exit code of the JVM, null after a signal; resolves however it ends. */
  readonly exited: Promise<number | null>;
}

const patience = 30_000;

/** Starts the Neo4j of a home folder, fetching and creating what is missing. What the user can mend is a SetupError. */
export async function startEmbedded({ home: folder, jars, memory = laptopMemory, extension, report }: EmbeddedOptions): Promise<Embedded> {
  const home = resolve(folder);
  try {
    return await start(home, resolve(jars ?? join(home, 'lib')), memory, extension, report);
  } catch (error) {
    throw diskExplained(home, error);
  }
}

async function start(
  home: string,
  jars: string,
  memory: Memory,
  extension: Extension | undefined,
  report: (line: string) => void,
): Promise<Embedded> {
  const jdk = await findJdk();
  await mkdir(join(home, 'logs'), { recursive: true, mode: 0o700 }); // the data is not encrypted
  await requireSpace(home);
  const neo4j = await classPath(await provideJars(jars, jdk, report), jdk);
  const path = extension ? [neo4j, join(extension.jars, '*')].join(delimiter) : neo4j;
  await writeConfiguration(home, memory, extension?.settings);
  const password = await ownPassword(home, report);
  const { jvm, port } = await whileReporting(launch(home, path, jdk, memory), report, (seconds) => `Neo4j is starting: ${seconds} s.`);
  const exited = exitOf(jvm);
  await writeFile(join(home, 'port'), `${port}\n`);
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password, database: 'neo4j', exited, stop: () => stop(jvm, exited) };
}

/** Where the Neo4j of a home answers, if one that was started here is running still. */
export async function runningEmbedded(folder: string): Promise<Address | undefined> {
  const home = resolve(folder);
  if (!existsSync(join(home, 'port'))) return undefined;
  const [port, password] = [await readFile(join(home, 'port'), 'utf8'), await readFile(join(home, 'password'), 'utf8')];
  return { uri: `bolt://127.0.0.1:${port.trim()}`, user: 'neo4j', password: password.trim(), database: 'neo4j' };
}

async function exitOf(jvm: Jvm): Promise<number | null> {
  if (jvm.exitCode === null && jvm.signalCode === null) await once(jvm, 'exit');
  return jvm.exitCode;
}

/** The launcher shuts down when its standard input ends. */
async function stop(jvm: Jvm, exited: Promise<number | null>): Promise<void> {
  jvm.stdin.end();
  const lastResort = setTimeout(() => jvm.kill('SIGKILL'), patience);
  await exited;
  clearTimeout(lastResort);
}
