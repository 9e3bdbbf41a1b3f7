import type { Driver } from 'neo4j-driver';
import { ensureIndexes } from '../src/graph/indexes.js';
import { SetupError } from '../src/neo4j/setupError.js';
import { curatedFacts } from './facts.js';
import { sourcesIn } from './fromStatements.js';
import { openSession } from './into.js';
import { Loader } from './loader.js';
import type { Report } from './report.js';
import type { DataSource } from './source.js';
import { arm } from './sources/arm.js';
import { bangumiData } from './sources/bangumiData.js';
import { bgmd } from './sources/bgmd.js';
import { bgmdTags } from './sources/bgmdTags.js';
import { estimates } from './sources/estimates.js';
import { assemblyStamp, dataStamp, factsFolder } from './stamps.js';
import type { Statements } from './statements.js';

/** Data to be loaded: its sources, the most trusted first, and a stamp that differs when they would say something else. */
export interface Data {
  readonly stamp: () => string;
  readonly sources: () => Iterable<DataSource>;
}

/** The default data. */
export const defaultData: Data = {
  stamp: dataStamp,
  *sources() {
    const anime = bangumiData();
    yield* sourcesIn(curatedFacts(factsFolder), 'curated');
    for (const statements of [anime, bgmd(anime), arm()]) yield* sourcesIn(statements);
    yield bgmdTags;
    yield estimates;
  },
};

/** Of the default data only some sources, by their keys with commas between them; all where none are named. */
export function chosenData(keys: string | undefined): Data {
  if (keys === undefined) return defaultData;
  const chosen = keys.split(',').map((key) => key.trim());
  return {
    stamp: () => `${dataStamp()} ${chosen.join()}`,
    *sources() {
      const all = [...defaultData.sources()];
      const known = all.map(({ key }) => key);
      const unknown = chosen.find((key) => !known.includes(key));
      if (unknown !== undefined)
        throw new SetupError(`MUSUBI_SOURCES takes some of ${known.join(', ')}, with commas between them, but got ${JSON.stringify(unknown)}.`);
      yield* all.filter(({ key }) => chosen.includes(key));
    },
  };
}

/** Statements that are at hand, in the order of trust, as data. */
export const dataOf = (statements: readonly Statements[], stamp: string): Data => ({
  stamp: () => stamp,
  *sources() {
    for (const each of statements) yield* sourcesIn(each);
  },
});

const loadedWith = 'MATCH (load:Load {key: $key}) RETURN load.stamp AS stamp, load.assembly AS assembly, load.sources AS sources';
const begun = 'MERGE (load:Load {key: $key}) SET load.sources = $sources REMOVE load.stamp';
const finished = 'MATCH (load:Load {key: $key}) SET load.stamp = $stamp, load.assembly = $assembly';
/** What makes things of their records has changed: all are assembled anew. */
const allStale = `
  MATCH (thing)<-[:TELLS_OF]-(:Record)
  WITH DISTINCT thing CALL (thing) { SET thing:Stale } IN TRANSACTIONS OF 5000 ROWS`;

/** What a version that kept no records has left. */
const withoutRecords = `
  MATCH (node) WHERE node.load IS NOT NULL AND NOT node:Record AND NOT node:ExternalId
  CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS`;

/** Loads what the graph does not hold yet of the default data; a load that was cut off is completed. */
export async function loadDefault(driver: Driver, database: string, report: Report, data = defaultData): Promise<void> {
  const into = { driver, database };
  const ask = (text: string, parameters: object) => driver.executeQuery(text, { key: 'default', ...parameters }, { database });
  await ensureIndexes(driver, database);
  const stamp = data.stamp();
  const { records } = await ask(loadedWith, {});
  const before: readonly string[] = records[0]?.get('sources') ?? [];
  const assembly = records[0]?.get('assembly');
  const alone = (text: string) => inTransactions(driver, database, text);
  if (assembly && assembly !== assemblyStamp) await alone(allStale);
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
    if (records.length > 0 && !assembly) await alone(withoutRecords);
    await ask(begun, { sources: sources.map(({ key }) => key) });
    await ask(finished, { stamp, assembly: assemblyStamp });
  } else await loader.finish();
}

/** A statement that is several transactions can't be part of one. */
async function inTransactions(driver: Driver, database: string, text: string): Promise<void> {
  const session = openSession({ driver, database });
  await session.run(text);
  await session.close();
}
