import { cp, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Extension } from '../../../src/neo4j/embedded.js';
import { fingerprint } from '../../../src/neo4j/fingerprint.js';
import { copyJars } from '../../../src/neo4j/jars.js';
import { findJdk } from '../../../src/neo4j/java.js';
import { findMaven } from '../../../src/neo4j/maven.js';
import { run } from '../../../src/neo4j/run.js';
import { wholeFolder } from '../../../src/neo4j/wholeFolder.js';

type Report = (line: string) => void;

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));

/** Graph Data Science, fetched with Maven when it is not there yet; undefined, and said, where it can't be had. */
export async function graphDataScience(report: Report): Promise<Extension | undefined> {
  const folder = resolve('.musubi', 'eval', `gds-${await fingerprint(pom)}`);
  try {
    await wholeFolder(folder, (partial) => fetchInto(partial, report));
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error;
    report(error.message);
    return undefined;
  }
  return { jars: folder, settings: { 'server.directories.plugins': pluginsIn(folder), 'dbms.security.procedures.unrestricted': 'gds.*' } };
}

/** Neo4j looks for procedures in every jar of this folder, which takes long: only those that have some are there, besides being on the class path. */
const pluginsIn = (folder: string) => join(folder, 'plugins');

class NotFetched extends Error {}

async function fetchInto(folder: string, report: Report): Promise<void> {
  report('Fetching Graph Data Science with Maven: about 32 MB, once.');
  const maven = await findMaven('.musubi/lib', await findJdk(), report);
  const { code, output } = await run(maven.file, [...maven.args, ...copyJars(pom, folder)], maven.options);
  if (code !== 0) {
    const reason = output.split('\n').find((line) => line.startsWith('[ERROR]')) ?? output.slice(-500);
    throw new NotFetched(`Graph Data Science could not be fetched, and is left out of the comparison: ${reason}`);
  }
  const withProcedures = (await readdir(folder)).filter((name) => /proc/.test(name));
  for (const name of withProcedures) await cp(join(folder, name), join(pluginsIn(folder), name));
}
