import { expect, jest, test } from '@jest/globals';
import { reading } from '../seeds/into.js';
import { KnownInGraph } from '../seeds/known.js';
import { linkBatch } from '../seeds/linkBatch.js';
import { lasercutSongs } from '../seeds/sources/lasercutSongs.js';
import type { Told } from '../seeds/told.js';
import { NameIndex } from '../src/graph/nameIndex.js';
import { Resolving } from '../src/graph/resolve.js';
import { runOver, withRetries } from '../src/graph/run.js';
import { slugWorks } from './samples/slugWorks.js';
import { testAddress, testDriver } from './support/database.js';
import { readTold, withData } from './support/readTold.js';

jest.setTimeout(180_000);

const driver = await testDriver();
const into = { driver, database: testAddress().database };

withData('lasercut-songs', 'the works that slugs mean', (path) => {
  test('of 297 slugs read by hand, rules link few wrongly, and with the table nearly all are linked rightly', async () => {
    const { told } = await readTold(lasercutSongs, path);
    const means = new Map(slugWorks.map(([slug, mal]) => [`slugs/${slug}`, `MAL:${mal}`]));
    const works = told.filter(({ type, ref }) => type === 'Work' && means.has(ref));
    const known = await idsOfWorks([...means.values()]);
    const byRules = await linked(works.map((work) => ({ ...work, ids: [] })));
    const all = await linked(works);
    const score = (found: ReadonlyMap<string, string>) => {
      const right = [...found].filter(([ref, id]) => known.get(means.get(ref) ?? '') === id).length;
      return { precision: right / found.size, share: right / [...means.values()].filter((id) => known.has(id)).length };
    };
    expect(known.size).toBeGreaterThan(250);
    expect(score(byRules).precision).toBeGreaterThan(0.98);
    expect(score(byRules).share).toBeGreaterThan(0.5);
    expect(score(all).precision).toBeGreaterThan(0.98);
    expect(score(all).share).toBeGreaterThan(0.9);
  });
});

/** By what a record calls its work, the work of the graph that it would be linked to. */
async function linked(works: readonly Told[]): Promise<ReadonlyMap<string, string>> {
  const resolving = new Resolving(new NameIndex(withRetries(runOver(driver, into.database, undefined))));
  const { taken } = await reading(into, (transaction) =>
    linkBatch(
      new KnownInGraph(transaction, resolving, 'lasercut-songs'),
      works.map((work) => ({ told: work, place: work.ref })),
      { source: 'lasercut-songs', refs: 'lasercut-songs', again: false, called: new Map() },
    ),
  );
  return new Map(taken.flatMap(({ told, linked: { thing } }) => (thing === null ? [] : [[told.ref, thing]])));
}

async function idsOfWorks(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { records } = await driver.executeQuery(
    'UNWIND $keys AS key MATCH (:ExternalId {key: key})<-[:IDENTIFIED_BY]-(work:Work) RETURN key, work.id AS id',
    { keys },
    { database: into.database },
  );
  return new Map(records.map((record) => [record.get('key'), record.get('id')]));
}
