import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fullDisk, tellsFullDisk } from './disk.js';
import { fingerprint } from './fingerprint.js';
import type { Jdk } from './java.js';
import { run } from './run.js';
import { wholeFolder } from './wholeFolder.js';

const sources = ['Launcher.java', 'HomeLock.java', 'Creation.java'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

/** The class path of Neo4j, whose jars are in a folder, and of the launcher, which is compiled beside it once, not at each start: that saves a second. */
export async function classPath(jars: string, jdk: Jdk): Promise<string> {
  const folder = join(dirname(jars), 'launcher', await fingerprint(...sources));
  const neo4j = join(jars, '*');
  await wholeFolder(folder, (partial) => compile(neo4j, partial, jdk));
  return [folder, neo4j].join(delimiter);
}

async function compile(neo4j: string, folder: string, jdk: Jdk): Promise<void> {
  // The oldest Java that Neo4j runs on, so that the classes outlive a change of JDK.
  const { code, output } = await run(jdk.javac, ['--release', '17', '-cp', neo4j, '-d', folder, ...sources]);
  if (tellsFullDisk(output)) throw fullDisk(dirname(folder));
  if (code !== 0) throw new Error(`The launcher of Neo4j does not compile:\n${output}`);
}
