import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { ensureIndexes } from '../src/graph/indexes.js';
import { SetupError } from '../src/neo4j/setupError.js';
import { bulkable, bulkLoad } from './bulk/bulkLoad.js';
import { curatedFacts } from './facts.js';
import { sourceMade, sourcesIn } from './fromStatements.js';
import { openSession } from './into.js';
import { type Loaded, Loader } from './loader.js';
import type { Report } from './report.js';
import type { DataSource, Rejected } from './source.js';
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
    yield* sourcesIn(curatedFacts(factsFolder), 'curated');
    yield sourceMade('bangumi-data', bangumiData);
    yield sourceMade('bgmd', () => bgmd(bangumiData()));
    yield sourceMade('arm', arm);
    yield estimates;
    yield bgmdTags;
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

const loadedWith = `MATCH (load:Load {key: $key})
  RETURN load.stamp AS stamp, load.begun AS begun, coalesce(load.brought, []) AS brought, load.assembly AS assembly, load.sources AS sources`;
const begun = `MERGE (load:Load {key: $key})
  SET load.sources = $sources, load.begun = $stamp, load.brought = $brought, load.assembly = coalesce(load.assembly, $assembly) REMOVE load.stamp`;
const isIn = 'MATCH (load:Load {key: $key}) SET load.brought = load.brought + $source';
const finished = 'MATCH (load:Load {key: $key}) SET load.stamp = $stamp, load.assembly = $assembly, load.sources = $sources';
/** What makes things of their records has changed: all are assembled anew. */
const allStale = `
  MATCH (thing)<-[:TELLS_OF]-(:Record)
  WITH DISTINCT thing CALL (thing) { SET thing:Stale } IN TRANSACTIONS OF 5000 ROWS`;

const beforeModel = z.object({
  stamp: z.string().nullable(),
  /** The stamp of a load that is not finished, with the sources that are in already. */
  begun: z.string().nullable(),
  brought: z.array(z.string()),
  assembly: z.string().nullable(),
  sources: z.array(z.string()),
});

/**
 * Loads what the graph does not hold yet of the default data; a load that was cut off is completed. Gives what came of each source that was brought.
 * Where sources `follow`, at whose end what loads have left is done, it is not done before them: one that was cut off links the rest of its records
 * in the graph that the first have left, and so comes to the same.
 */
export async function loadDefault(
  driver: Driver,
  database: string,
  report: Report,
  data = defaultData,
  { follow = false } = {},
): Promise<readonly Loaded[]> {
  const into = { driver, database };
  const ask = (text: string, parameters: object) => driver.executeQuery(text, { key: 'default', ...parameters }, { database });
  await ensureIndexes(driver, database);
  const stamp = data.stamp();
  const [row] = (await ask(loadedWith, {})).records;
  const before = row && beforeModel.parse(row.toObject());
  const isStale = before?.assembly != null && before.assembly !== assemblyStamp;
  if (isStale) await inTransactions(driver, database, allStale);
  const loader = new Loader(into, { report, onRejected: rejectedTo(report) });
  if (before?.stamp === stamp) {
    if (isStale || !follow) await loader.finish();
    return [];
  }
  const sources = [...data.sources()];
  const keys = sources.map(({ key }) => key);
  const brought = before?.begun === stamp ? before.brought : [];
  const left = sources.filter(({ key }) => !brought.includes(key));
  report(`Loading the default data: ${left.map(({ key }) => key).join(', ')}.`);
  await ask(begun, { stamp, brought, assembly: assemblyStamp, sources: [...new Set([...(before?.sources ?? []), ...keys])] });
  const loads: Loaded[] = [];
  for (const source of left) {
    const loaded = await loader.bring(source, '');
    report(broughtSentence(loaded));
    loads.push(loaded);
    await ask(isIn, { source: source.key });
  }
  for (const key of before?.sources ?? []) if (!keys.includes(key)) await loader.remove(key);
  await loader.finish();
  await ask(finished, { stamp, assembly: assemblyStamp, sources: keys });
  return loads;
}

/** What an empty graph can take of the default data in bulk, for a home that has no data yet; loadDefault does the rest. */
export async function loadDefaultInBulk(home: string, jars: string, report: Report, data = defaultData): Promise<readonly Loaded[]> {
  const sources = bulkable([...data.sources()]);
  const keys = sources.map(({ key }) => key);
  report(`Loading the default data into a new graph: ${keys.join(', ')}.`);
  const load = { key: 'default', begun: data.stamp(), brought: keys, assembly: assemblyStamp, sources: keys };
  const loaded = await bulkLoad({
    home,
    jars,
    sources: sources.map((source) => ({ source, path: '' })),
    report,
    onRejected: rejectedTo(report),
    load,
  });
  for (const each of loaded) report(broughtSentence(each));
  return loaded;
}

const broughtSentence = ({ source, read, seconds }: Loaded) => `${source}: ${read.toLocaleString('en')} records, ${Math.round(seconds)} s.`;

const rejectedTo =
  (report: Report) =>
  ({ place, reason }: Rejected) =>
    report(`${place}: ${reason}`);

/** A statement that is several transactions can't be part of one. */
async function inTransactions(driver: Driver, database: string, text: string): Promise<void> {
  const session = openSession({ driver, database });
  await session.run(text);
  await session.close();
}
