import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { ensureIndexes } from '../src/graph/indexes.js';
import { curatedFacts } from './facts.js';
import { sourcesIn } from './fromStatements.js';
import { Loader } from './loader.js';
import type { Report } from './report.js';
import type { DataSource } from './source.js';
import { arm } from './sources/arm.js';
import { bangumiData } from './sources/bangumiData.js';
import { bgmd } from './sources/bgmd.js';
import type { Statements } from './statements.js';

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
  'graph/trust.ts',
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

/** Data to be loaded: its sources, the most trusted first, and a stamp that differs when they would say something else. */
export interface Data {
  readonly stamp: () => string;
  readonly sources: () => Iterable<DataSource>;
}

/** The default data. The stamp is made of the files, which is much quicker than to read them. */
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
  *sources() {
    const anime = bangumiData();
    yield* sourcesIn(curatedFacts(factsFolder), 'curated');
    for (const statements of [anime, bgmd(anime), arm()]) yield* sourcesIn(statements);
  },
};

/** Statements that are at hand, in the order of trust, as data. */
export const dataOf = (statements: readonly Statements[], stamp: string): Data => ({
  stamp: () => stamp,
  *sources() {
    for (const each of statements) yield* sourcesIn(each);
  },
});

const loadedWith = 'MATCH (load:Load {key: $key}) RETURN load.stamp AS stamp, load.sources AS sources';
const begun = 'MERGE (load:Load {key: $key}) SET load.sources = $sources REMOVE load.stamp';
const finished = 'MATCH (load:Load {key: $key}) SET load.stamp = $stamp';

/** Loads what the graph does not hold yet of the default data; a load that was cut off is completed. */
export async function loadDefault(driver: Driver, database: string, report: Report, data = defaultData): Promise<void> {
  const into = { driver, database };
  const ask = (text: string, parameters: object) => driver.executeQuery(text, { key: 'default', ...parameters }, { database });
  await ensureIndexes(driver, database);
  const stamp = data.stamp();
  const { records } = await ask(loadedWith, {});
  const before: readonly string[] = records[0]?.get('sources') ?? [];
  const loader = new Loader(into, { report, onRejected: ({ place, reason }) => report(`${place}: ${reason}`) });
  if (records[0]?.get('stamp') !== stamp) {
    const sources = [...data.sources()];
    report(`Loading the default data: ${sources.map(({ key }) => key).join(', ')}.`);
    await ask(begun, { sources: [...new Set([...before, ...sources.map(({ key }) => key)])] });
    for (const source of sources) {
      const { read, seconds } = await loader.bring(source, '');
      report(`${source.key}: ${read.toLocaleString('en')} records, ${Math.round(seconds)} s.`);
    }
    for (const key of before) if (!sources.some((source) => source.key === key)) await loader.remove(key);
    await loader.finish();
    await ask(begun, { sources: sources.map(({ key }) => key) });
    await ask(finished, { stamp });
  } else await loader.finish();
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
