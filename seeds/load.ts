import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { ensureIndexes } from '../src/graph/indexes.js';
import { readEdits } from './edits.js';
import { curatedFacts } from './facts.js';
import { rowsOf } from './rows.js';
import { arm } from './sources/arm.js';
import { bangumiData } from './sources/bangumiData.js';
import { bgmd } from './sources/bgmd.js';
import type { Statements } from './statements.js';
import { type Report, write } from './write.js';

const here = fileURLToPath(new URL('.', import.meta.url));
export const factsFolder = join(here, 'facts');

/** How names are folded, and the words that things are told with, are part of what is loaded. */
const src = join(here, '..', 'src');
const wordFiles = [
  'sites.ts',
  'dates.ts',
  'graph/vocabulary.ts',
  'graph/ids.ts',
  'graph/externalIds.ts',
  'graph/orderKeys.ts',
  'graph/duplicates.ts',
  'graph/nameQuery.ts',
].map((name) => join(src, name));
/** So are the rules by which things are merged. */
const editingFiles = ['facts.ts', 'filling.ts', 'voices.ts', 'contradictions.ts'].map((name) => join(src, 'graph', 'editing', name));
/** How names are compared once they are folded is no part of it. */
const onlyCompared = ['likeness.ts', 'confidence.ts', 'weights.ts', 'rules.ts', 'explain.ts'];
const packageFiles = ['bangumi-data/package.json', 'bgmd/full', '@kawaiioverflow/arm/package.json'].map((name) =>
  createRequire(import.meta.url).resolve(name),
);

/** Data to be loaded: what it says, and a stamp that differs when it would say something else. */
export interface Data {
  readonly stamp: () => string;
  readonly statements: () => readonly Statements[];
}

/** The default data, the most trusted source first. The stamp is made of the files, which is much quicker than to read them. */
export const defaultData: Data = {
  stamp: () =>
    fingerprint([
      ...filesIn(factsFolder, '.yaml'),
      ...filesIn(here, '.ts'),
      ...filesIn(join(here, 'sources'), '.ts'),
      ...filesIn(join(src, 'names'), '.ts').filter((file) => !onlyCompared.includes(basename(file))),
      join(here, '..', 'package-lock.json'),
      ...wordFiles,
      ...editingFiles,
      ...packageFiles,
    ]),
  statements: () => {
    const anime = bangumiData();
    return [curatedFacts(factsFolder), anime, bgmd(anime), arm()];
  },
};

const loadedWith = 'MATCH (load:Load {key: $key}) RETURN load.stamp AS stamp';
const finished = 'MERGE (load:Load {key: $key}) SET load.stamp = $stamp';

/** Loads what the graph does not hold yet of the default data; a load that was cut off is completed. */
export async function loadDefault(driver: Driver, database: string, report: Report, data = defaultData): Promise<void> {
  await ensureIndexes(driver, database);
  const stamp = data.stamp();
  const { records } = await driver.executeQuery(loadedWith, { key: 'default' }, { database });
  if (records[0]?.get('stamp') === stamp) return;
  report('Loading the default data: curated facts, bangumi-data, bgmd, arm.');
  await writeAsEdited(driver, database, data, stamp, report);
  await driver.executeQuery('CALL db.awaitIndexes(1200)', {}, { database });
  await driver.executeQuery(finished, { key: 'default', stamp }, { database });
}

/** What is edited while a load is under way is loaded too: it is written once more, as it has been edited by then. */
async function writeAsEdited(driver: Driver, database: string, data: Data, stamp: string, report: Report): Promise<void> {
  for (let edits = await readEdits(driver, database), edited = true; edited; ) {
    await write(driver, database, rowsOf(data.statements(), edits), `${stamp}.${edits.number}`, report);
    const since = await readEdits(driver, database);
    edited = since.number !== edits.number;
    edits = since;
  }
}

function filesIn(folder: string, ending: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => join(folder, name));
}

function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('base64url').slice(0, 12);
}
