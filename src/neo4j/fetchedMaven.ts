import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fullDisk, tellsFullDisk } from './disk.js';
import type { Jdk } from './java.js';
import { type Command, run } from './run.js';
import { SetupError } from './setupError.js';
import { wholeFolder } from './wholeFolder.js';

const require = createRequire(import.meta.url);
const artifact = { groupId: 'org.apache.maven', artifactId: 'apache-maven', version: '3.9.16', classifier: 'bin', extension: 'zip' };
const name = `apache-maven-${artifact.version}`;
const sha512 = 'ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3';
const wayOut = 'Look at the network and start again, or install Maven 3.6.3 or later so that mvn is on the PATH.';

/** A Maven of our own in `folder`, so that a JDK is all that a user has to install. */
export async function fetchedMaven(folder: string, jdk: Jdk, report: (line: string) => void): Promise<Command> {
  const place = join(folder, name);
  await wholeFolder(place, async (partial) => {
    report(`No mvn 3.6.3 or later is on the PATH: fetching Maven ${artifact.version}, 9 MB, once.`);
    await unpack(await fetchZip(), partial, jdk);
  });
  return mavenAt(join(place, name), jdk);
}

async function fetchZip(): Promise<Buffer> {
  const zip = await download().catch((cause: unknown) => {
    throw new SetupError(`Maven could not be fetched: ${reasonOf(cause)}. ${wayOut}`, { cause });
  });
  const found = createHash('sha512').update(zip).digest('hex');
  if (found !== sha512) throw new SetupError(`Maven ${artifact.version} must have the SHA-512 ${sha512}, but what arrived has ${found}. ${wayOut}`);
  return zip;
}

async function download(): Promise<Buffer> {
  // It knows where Maven Central is. Required here because it is seldom needed, and because its default is wrapped differently by each importer.
  const artifactUrl: typeof import('mvn-artifact-url').default = require('mvn-artifact-url').default;
  const answer = await fetch(await artifactUrl(artifact));
  if (!answer.ok) throw new Error(`the repository answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** fetch says no more than "fetch failed"; what happened is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** With the JDK's jar, which reads a zip on every system. */
async function unpack(zip: Buffer, folder: string, jdk: Jdk): Promise<void> {
  const file = join(folder, 'maven.zip');
  await writeFile(file, zip);
  const { code, output } = await run(jdk.jar, ['xf', file], { cwd: folder });
  if (tellsFullDisk(output)) throw fullDisk(folder);
  if (code !== 0) throw new Error(`${file} could not be unpacked:\n${output}`);
  await rm(file);
}

/** What Maven's start script does, on every system; the script has lost its right to run in the zip. */
function mavenAt(home: string, jdk: Jdk): Command {
  const args = [
    ...['-classpath', join(home, 'boot', '*')],
    `-Dclassworlds.conf=${join(home, 'bin', 'm2.conf')}`,
    `-Dmaven.home=${home}`,
    `-Dmaven.multiModuleProjectDirectory=${fileURLToPath(new URL('.', import.meta.url))}`,
    'org.codehaus.plexus.classworlds.launcher.Launcher',
  ];
  return { file: jdk.java, args, options: {} };
}
