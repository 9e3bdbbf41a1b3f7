import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bulkLoad } from '../../../seeds/bulk/bulkLoad.js';
import type { Into } from '../../../seeds/into.js';
import { Loader } from '../../../seeds/loader.js';
import { ensureIndexes } from '../../../src/graph/indexes.js';
import { loadingMemory } from '../../../src/neo4j/configuration.js';
import { connect } from '../../../src/neo4j/connect.js';
import { startEmbedded } from '../../../src/neo4j/embedded.js';
import { Closing } from '../closing.js';
import { type Counts, sizes } from '../numbered.js';
import { asText } from '../table.js';
import { bareUnwind } from './bareUnwind.js';
import { changedSource, firstSongs, generatedSource } from './generatedSource.js';

const { values } = parseArgs({ options: { shares: { type: 'string', default: '0.01,0.04' }, 'only-bulk': { type: 'boolean', default: false } } });
const memory = { ...loadingMemory, heap: '2g', pageCache: '4g' };
const changedSongs = 30;
const home = resolve('.musubi', 'bench', 'loading');
const jars = resolve('.musubi', 'lib');

const scaled = (share: number): Counts =>
  Object.fromEntries(Object.entries(sizes.L).map(([kind, count]) => [kind, Math.round(count * share)])) as unknown as Counts;

/** The generated graph in bulk alone: at its whole size the other ways take hours. */
async function onlyInBulk(closing: Closing): Promise<void> {
  const rows: string[][] = [];
  for (const share of values.shares.split(',').map(Number)) {
    const { statements, seconds, indexes, sweep } = await inBulk(closing, scaled(share));
    const figures = [seconds, indexes, sweep].map((each) => each.toFixed(0));
    rows.push([
      String(share),
      statements.toLocaleString('en'),
      rate(statements, seconds),
      ...figures,
      (process.resourceUsage().maxRSS / 1024).toFixed(0),
    ]);
  }
  console.log(asText(['share', 'statements', 'bulk/s', 'bulk s', 'index s', 'sweep s', 'most of Node MiB'], rows));
}

/** `npm run bench:load`: the generated graph through the loader and in bulk against the same statements by bare UNWIND, and what a change costs as the graph grows. */
async function main(closing: Closing): Promise<void> {
  const rows: string[][] = [];
  for (const share of values.shares.split(',').map(Number)) {
    const counts = scaled(share);
    const bare = await inNewDatabase(closing, (into) => timed(() => bareUnwind(into, generatedSource(counts))));
    const loaded = await inNewDatabase(closing, async (into) => {
      const loader = new Loader(into, { report: console.error });
      const first = await timed(() => loader.bring(generatedSource(counts), ''));
      const sweep = await timed(() => loader.finish());
      const same = await timed(() => partially(into, changedSource(counts, changedSongs)));
      const again = await timed(() => partially(into, firstSongs(counts, changedSongs)));
      return { first, sweep, changes: [same, again], peak: process.memoryUsage.rss() };
    });
    const bulk = await inBulk(closing, counts);
    const { statements } = loaded.first.value;
    rows.push([
      String(share),
      statements.toLocaleString('en'),
      rate(statements, bare.seconds),
      rate(statements, loaded.first.seconds),
      (loaded.first.seconds / bare.seconds).toFixed(2),
      loaded.sweep.seconds.toFixed(0),
      rate(statements, bulk.seconds),
      (bulk.seconds / bare.seconds).toFixed(2),
      bulk.indexes.toFixed(0),
      bulk.sweep.toFixed(0),
      ...loaded.changes.map(({ value, seconds }) => `${value.toLocaleString('en')} in ${seconds.toFixed(2)} s`),
      `${(loaded.peak / 2 ** 20).toFixed(0)}, ${(bulk.peak / 2 ** 20).toFixed(0)}`,
    ]);
  }
  console.log(asText([...columns], rows));
}

const columns = [
  ...['share', 'statements', 'bare/s', 'loader/s', 'times', 'sweep s'],
  ...['bulk/s', 'times', 'index s', 'sweep s', 'changed, cold', 'changed, warm', 'Node MiB'],
];

/** The first load of all, through the offline importer; indexes and what follows for others come when the database runs. */
async function inBulk(closing: Closing, counts: Counts) {
  await rm(home, { recursive: true, force: true });
  const sources = [{ source: generatedSource(counts), path: '' }];
  const { value, seconds } = await timed(() => bulkLoad({ home, jars, sources, report: console.error, onRejected: console.error }));
  const peak = process.memoryUsage.rss();
  const rest = await inDatabase(closing, async (into) => {
    const indexes = await timed(() => ensureIndexes(into.driver, into.database));
    const sweep = await timed(() => new Loader(into, { report: console.error }).finish());
    return { indexes: indexes.seconds, sweep: sweep.seconds };
  });
  return { statements: value.reduce((total, each) => total + each.statements, 0), seconds, peak, ...rest };
}

const rate = (count: number, seconds: number) => Math.round(count / seconds).toLocaleString('en');

async function partially(into: Into, source: ReturnType<typeof generatedSource>): Promise<number> {
  const loader = new Loader(into, { partial: true });
  const { statements } = await loader.bring(source, '');
  await loader.finish();
  return statements;
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

async function inNewDatabase<Value>(closing: Closing, work: (into: Into) => Promise<Value>): Promise<Value> {
  await rm(home, { recursive: true, force: true });
  return inDatabase(closing, async (into) => {
    await ensureIndexes(into.driver, into.database);
    return work(into);
  });
}

async function inDatabase<Value>(closing: Closing, work: (into: Into) => Promise<Value>): Promise<Value> {
  const neo4j = await startEmbedded({ home, jars, memory, report: console.error });
  await closing.add(() => neo4j.stop());
  const driver = await connect(neo4j);
  const value = await work({ driver, database: neo4j.database });
  await driver.close();
  await neo4j.stop();
  return value;
}

const closing = new Closing();
(values['only-bulk'] ? onlyInBulk(closing) : main(closing))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => closing.end());
