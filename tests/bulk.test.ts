import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { bulkable, bulkLoad } from '../seeds/bulk/bulkLoad.js';
import { firstInBulk } from '../seeds/bulk/first.js';
import { Hashed } from '../seeds/bulk/hashed.js';
import { IdTable } from '../seeds/bulk/idTable.js';
import { curatedFacts } from '../seeds/facts.js';
import { sourcesIn } from '../seeds/fromStatements.js';
import { idOf } from '../seeds/identity.js';
import { type Loaded, Loader } from '../seeds/loader.js';
import type { DataSource, Rejected } from '../seeds/source.js';
import { factsFolder } from '../seeds/stamps.js';
import { ensureIndexes } from '../src/graph/indexes.js';
import { connect } from '../src/neo4j/connect.js';
import { startEmbedded } from '../src/neo4j/embedded.js';
import { part } from './support/curatedPart.js';
import { type Editable, held, startEditable } from './support/editable.js';
import { named, source, tieUp, told } from './support/smallSources.js';

jest.setTimeout(300_000);

const jars = resolve('.musubi', 'lib');

let folder: string;
let world: Editable;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'musubi-bulk-'));
  world = await startEditable();
  await ensureIndexes(world.driver, world.database);
});

afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

const mal = (value: string) => [{ site: 'MAL' as const, value }];

/** All that a source may do to a loader, linked by ids alone. */
const difficult: DataSource = {
  ...source(
    'difficult',
    [
      told({ type: 'Work', ref: 'w1', fields: { medium: 'ANIME', start: '2022-10-12' }, names: named('"引用", と\n改行\\'), ids: mal('900001') }),
      told({ type: 'Work', ref: 'w2', fields: { medium: 'ANIME' }, names: named('二つ目'), ids: mal('900002') }),
      told({ type: 'Work', ref: 'same as w2', record: 'again', fields: { format: 'TV' }, ids: mal('900002') }),
      told({ type: 'Work', ref: 'w1', record: 'w1 has an id of w2', ids: mal('900002') }),
      told({ type: 'Work', ref: 'which', ids: mal('900002'), fields: { end: '2023' } }),
      told({ type: 'Work', ref: 'nowhere', ids: mal('900009'), unknown: 'ASK' }),
      told({ type: 'Artist', ref: 'a1', fields: { kind: 'PERSON' }, names: named('歌手') }),
      told({
        type: 'Song',
        ref: 's1',
        names: named('歌'),
        facts: [{ type: 'PERFORMS', other: 'a1', identity: { role: 'PERFORMER' }, says: { order: 1 } }],
      }),
      tieUp('t1', 's1', 'w1', 1),
      tieUp('the same use', 's1', 'w1', 1),
      tieUp('another use', 's1', 'w1', 2),
      tieUp('waits', 's1', 'nowhere', 1),
      told({ type: 'Factor', ref: 'f1', fields: { facet: 'MOOD' }, names: named('試験用の語', 'ja') }),
      told({ type: 'Song', ref: 's1', record: 's1 feels', facts: [{ type: 'EXPRESSES', other: 'f1', says: { weight: 1 } }] }),
      told({ type: 'Song', ref: 's1', record: 's1 feels', facts: [{ type: 'EXPRESSES', other: 'f1', says: { weight: 0.25, confidence: 0.5 } }] }),
      told({
        type: 'Character',
        ref: 'c1',
        names: named('人物'),
        within: ['w1'],
        facts: [
          { type: 'APPEARS_IN', other: 'w1', says: { role: 'MAIN' } },
          { type: 'VOICES', other: 'a1', identity: { language: 'ja' }, says: { works: ['nowhere'] } },
          { type: 'APPEARS_IN', other: 'which', says: { role: 'MINOR' } },
        ],
      }),
      told({ type: 'Work', ref: 'w3', names: [{ text: '', kind: 'OFFICIAL', language: 'ja' }] }),
      told({ type: 'Franchise', ref: 'fr', names: named('作品群') }),
      told({ type: 'Character', ref: 'lost', names: named('迷子'), within: ['nobody'] }),
      told({
        type: 'Work',
        ref: 'w2',
        record: 'w2 is of',
        facts: [
          { type: 'PART_OF', other: 'fr' },
          { type: 'PART_OF', other: 'nothing' },
        ],
      }),
    ].map((each) => ({ ...each, link: each.type === 'Factor' ? 'BY_NAME' : 'BY_ID' })),
  ),
  linksById: true,
};

test('a first load in bulk comes to the same graph, counts and rejections as one by statements', async () => {
  const sources = [...sourcesIn(part(curatedFacts(factsFolder), 150)), difficult];
  expect(bulkable(sources)).toEqual(sources);
  const rejected: Rejected[] = [];
  const byStatements: Loaded[] = [];
  const loader = new Loader({ driver: world.driver, database: world.database }, { onRejected: (each) => rejected.push(each) });
  for (const each of sources) byStatements.push(await loader.bring(each, ''));
  await loader.finish();

  const inBulk: Rejected[] = [];
  const home = join(folder, 'same');
  const loaded = await bulkLoad({
    home,
    jars,
    sources: sources.map((each) => ({ source: each, path: '' })),
    report: () => {},
    onRejected: (each) => inBulk.push(each),
  });
  const neo4j = await startEmbedded({ home, jars, report: () => {} });
  const driver = await connect(neo4j);
  try {
    await ensureIndexes(driver, neo4j.database);
    await new Loader({ driver, database: neo4j.database }).finish();
    expect(await held(driver, neo4j.database, true)).toEqual(await held(world.driver, world.database, true));
    const again = new Loader({ driver, database: neo4j.database });
    for (const each of sources) {
      const { changed, withdrawn } = await again.bring(each, '');
      // Only the record that is told twice differs from what is kept, each time.
      expect({ source: each.key, changed, withdrawn }).toEqual({ source: each.key, changed: each === difficult ? 2 : 0, withdrawn: 0 });
    }
  } finally {
    await driver.close();
    await neo4j.stop();
  }
  const counts = (all: readonly Loaded[]) => all.map(({ seconds: _, ...each }) => each);
  expect(counts(loaded)).toEqual(counts(byStatements));
  expect(inBulk).toEqual(rejected);
});

test('what only statements can load leaves a home without data, and says why', async () => {
  const byName = source('by-name', [told({ type: 'Work', ref: 'w', names: named('名前') })]);
  const sources = [...sourcesIn(part(curatedFacts(factsFolder), 10)), { ...byName, linksById: true }];
  const home = join(folder, 'none');
  const reported: string[] = [];
  await firstInBulk(
    home,
    (line) => reported.push(line),
    () => bulkLoad({ home, jars, sources: sources.map((each) => ({ source: each, path: '' })), report: () => {}, onRejected: () => {} }),
  );
  expect(reported).toEqual(['w of by-name may be linked by its names: it is loaded by statements instead.']);
  expect(existsSync(join(home, 'data'))).toBe(false);
  expect(bulkable([...sources.slice(0, -1), byName])).toEqual(sources.slice(0, -1));
});

test('bytes by text are those of a map of lists, through all its growing', () => {
  const [hashed, map] = [new Hashed(2), new Map<string, number[][]>()];
  for (let n = 0; n < 40_000; n += 1) {
    const text = `text ${(n * 7919) % 30_011}`;
    const value = [n % 256, Math.floor(n / 256)];
    hashed.add(text, Uint8Array.from(value));
    map.set(text, [...(map.get(text) ?? []), value]);
  }
  const differing = Array.from({ length: 35_000 }, (_, n) => `text ${n}`).filter(
    (text) => String([...hashed.all(text)].map((bytes) => [...bytes])) !== String(map.get(text) ?? []),
  );
  expect(differing).toEqual([]);
});

test('ids of ours come out of their table as they went in, and so do those that somebody else has made up', () => {
  const table = new IdTable();
  const ids = Array.from({ length: 3_000 }, (_, n) => idOf(n % 2 === 0 ? 'Chart' : 'Franchise', String(n)));
  for (const [n, id] of [...ids, 'wrk_moon', 'xyz_00000000000000'].entries()) table.add(`text ${n}`, id);
  table.add('text 0', ids[0] ?? '');
  table.add('text 0', 'sng_zzzzzzzzzzzzzz');
  expect(ids.map((_, n) => table.get(`text ${n}`))).toEqual(ids);
  expect([table.all('text 0'), table.all('text 3000'), table.all('text 3001'), table.all('text 3002')]).toEqual([
    [ids[0], 'sng_zzzzzzzzzzzzzz'],
    ['wrk_moon'],
    ['xyz_00000000000000'],
    [],
  ]);
});
