import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fullDisk, tellsFullDisk } from './disk.js';
import { fingerprint } from './fingerprint.js';
import type { Jdk } from './java.js';
import { findMaven } from './maven.js';
import { type Command, run } from './run.js';
import { SetupError } from './setupError.js';
import { whileReporting } from './whileReporting.js';
import { wholeFolder } from './wholeFolder.js';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const expected = 213;

/** The folder in `jars` that holds Neo4j as pom.xml describes it, fetched with Maven when it is not there yet. */
export async function provideJars(jars: string, jdk: Jdk, report: (line: string) => void): Promise<string> {
  const folder = join(jars, await fingerprint(pom));
  await wholeFolder(folder, async (partial) => {
    const maven = await findMaven(jars, jdk, report);
    await fetchJars(maven, partial, report);
  });
  return folder;
}

/** What Maven is told to have all that a pom.xml names in a folder. */
export const copyJars = (pom: string, folder: string) => ['-B', '-f', pom, goal, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];

async function fetchJars(maven: Command, folder: string, report: (line: string) => void): Promise<void> {
  report('Fetching Neo4j with Maven: about 125 MB, once.');
  let arrived = 0;
  const onLine = (line: string) => {
    if (/Downloaded from .*\.jar /.test(line)) arrived = Math.min(arrived + 1, expected);
  };
  const fetched = run(maven.file, [...maven.args, ...copyJars(pom, folder)], { ...maven.options, onLine });
  const outcome = await whileReporting(fetched, report, (seconds) => `Fetching Neo4j: ${arrived} of about ${expected} jars, ${seconds} s.`);
  if (outcome.code !== 0) throw failureOf(folder, outcome.output);
  report(`Neo4j is here: ${(await readdir(folder)).length} jars.`);
}

function failureOf(folder: string, output: string): SetupError {
  if (tellsFullDisk(output)) return fullDisk(dirname(folder));
  const reason = output.split('\n').find((line) => line.startsWith('[ERROR]')) ?? output.slice(-500);
  const wayOut = "Look at the network, or at the proxy and mirrors in Maven's settings.xml, and start again: what has arrived is kept.";
  return new SetupError(`Neo4j could not be fetched with Maven: ${reason.replace(/\[ERROR\]|-> \[Help \d\]/g, '').trim()}\n${wayOut}`);
}
