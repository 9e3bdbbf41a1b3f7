import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { curatedFacts } from '../seeds/facts.js';
import { askAgain } from '../seeds/finishLoad.js';
import { sourcesIn } from '../seeds/fromStatements.js';
import { type Loaded, load, remove } from '../seeds/loader.js';
import { decide, openQuestions } from '../seeds/questions.js';
import { unheard } from '../seeds/reading/reached.js';
import type { DataSource, Reading, Rejected } from '../seeds/source.js';
import { factsFolder } from '../seeds/stamps.js';
import type { Told } from '../seeds/told.js';
import { ensureIndexes } from '../src/graph/indexes.js';
import { part } from './support/curatedPart.js';
import { type Editable, startEditable } from './support/editable.js';
import { named, source, tieUp, told } from './support/smallSources.js';

jest.setTimeout(180_000);

let world: Editable;

beforeAll(async () => {
  world = await startEditable();
  await ensureIndexes(world.driver, world.database);
});

afterAll(() => world?.stop());

const into = () => ({ driver: world.driver, database: world.database });
const bring = (each: DataSource, options: Parameters<typeof load>[3] = {}): Promise<Loaded> => load(into(), each, '', options);

const csm = told({
  type: 'Work',
  ref: 'w1',
  fields: { medium: 'ANIME', format: 'TV', start: '2022-10-12' },
  names: named('チェンソーマン'),
  ids: [{ site: 'MAL', value: '44511' }],
});
const yonezu = told({ type: 'Artist', ref: 'a1', fields: { kind: 'PERSON' }, names: named('米津玄師') });
const kickBack = told({
  type: 'Song',
  ref: 's1',
  fields: { released: '2022-10-12' },
  names: named('KICK BACK', 'en'),
  facts: [{ type: 'PERFORMS', other: 'a1', identity: { role: 'PERFORMER' }, says: { order: 1 } }],
});
const opening = tieUp('t1', 's1', 'w1');
const denji = told({
  type: 'Character',
  ref: 'c1',
  names: named('デンジ'),
  within: ['w1'],
  facts: [{ type: 'APPEARS_IN', other: 'w1', says: { role: 'MAIN' } }],
});

const first = () => source('madb', [csm, yonezu, kickBack, opening, denji]);

/** The same things as another source has them: other words, other ids, other dates. */
const second = () =>
  source('lasercut-songs', [
    told({
      type: 'Work',
      ref: 'ChainsawMan',
      fields: { medium: 'ANIME', start: '2022-10-11', end: '2022-12-28' },
      names: [{ text: 'Chainsaw Man', kind: 'ROMAJI', language: null }],
      ids: [
        { site: 'MAL', value: '44511' },
        { site: 'ANILIST', value: '127230' },
      ],
    }),
    told({ type: 'Artist', ref: 'x', names: named('米津 玄師') }),
    told({ type: 'Song', ref: 'kb', names: named('Kick Back', 'en'), facts: [{ type: 'PERFORMS', other: 'x', identity: { role: 'PERFORMER' } }] }),
    tieUp('op1', 'kb', 'ChainsawMan', 1),
    told({ type: 'Song', ref: 'other', names: named('KICK BACK', 'en'), facts: [] }),
    told({ type: 'Character', ref: 'd', names: named('デンジ'), within: ['ChainsawMan'], facts: [{ type: 'APPEARS_IN', other: 'ChainsawMan' }] }),
  ]);

const clear = async () => {
  await world.driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: world.database });
};

const adds = ({ read, loaded, merged, open, rejected }: Loaded) => expect(loaded + merged + open + rejected).toBe(read);

describe('what sources tell', () => {
  beforeEach(clear);

  test('is one graph: by ids, by names with what stands around them', async () => {
    const [one, other] = [await bring(first()), await bring(second())];
    expect(one).toMatchObject({ read: 5, loaded: 5, merged: 0, open: 0, rejected: 0, changed: 5 });
    expect(other).toMatchObject({ read: 6, loaded: 1, merged: 5, open: 0, rejected: 0 });
    [one, other].forEach(adds);
    const { data } = await world.ask(`{ work(externalId: {site: ANILIST, value: "127230"}) {
      title { original romaji } start { iso } end { iso } provenance { field source { key } }
      tieUps { nodes { kind sequence song { title { original } artists { role artist { name { original } kind } } } source { key } } }
      characters { edges { role node { name { original } } } } } }`);
    expect(data).toEqual({
      work: {
        title: { original: 'チェンソーマン', romaji: 'Chainsaw Man' },
        start: { iso: '2022-10-12' },
        end: { iso: '2022-12-28' },
        provenance: [
          { field: 'end', source: { key: 'lasercut-songs' } },
          { field: 'format', source: { key: 'madb' } },
          { field: 'medium', source: { key: 'madb' } },
          { field: 'start', source: { key: 'madb' } },
        ],
        tieUps: {
          nodes: [
            {
              kind: 'OPENING',
              sequence: 1,
              song: {
                title: { original: 'KICK BACK' },
                artists: [{ role: 'PERFORMER', artist: { name: { original: '米津玄師' }, kind: 'PERSON' } }],
              },
              source: { key: 'madb' },
            },
          ],
        },
        characters: { edges: [{ role: 'MAIN', node: { name: { original: 'デンジ' } } }] },
      },
    });
  });

  test('changes nothing the second time', async () => {
    await bring(first());
    await bring(second());
    const before = await world.held('with guesses');
    expect(await bring(first())).toMatchObject({ read: 5, loaded: 5, changed: 0, withdrawn: 0 });
    expect(await bring(second())).toMatchObject({ read: 6, loaded: 1, merged: 5, changed: 0, withdrawn: 0 });
    expect(await world.held('with guesses')).toEqual(before);
  });

  test('goes without a trace when its source is removed', async () => {
    await bring(first());
    const before = await world.held('with guesses');
    await bring(second());
    expect(await remove(into(), 'lasercut-songs')).toMatchObject({ read: 0, withdrawn: 6 });
    expect(await world.held('with guesses')).toEqual(before);
  });

  test('follows what a source says anew, and what it withdraws', async () => {
    await bring(first());
    const { record } = csm;
    await bring(source('madb', [{ ...csm, record, names: named('チェーンソーマン') } as Told, yonezu, kickBack, opening]));
    const { data } = await world.ask(
      '{ work(externalId: {site: MAL, value: "44511"}) { title { original all { text } } tieUps { totalCount } characters { totalCount } } }',
    );
    expect(data).toEqual({
      work: {
        title: { original: 'チェーンソーマン', all: [{ text: 'チェーンソーマン' }] },
        tieUps: { totalCount: 1 },
        characters: { totalCount: 0 },
      },
    });
  });

  test('comes to the same end when it is cut off and loaded again', async () => {
    await bring(first());
    await bring(second());
    const whole = await world.held('with guesses');
    await clear();
    await bring(first());
    const many = second();
    const broken: DataSource = {
      ...many,
      *read() {
        for (const each of many.read('', unheard) as Iterable<Reading>) {
          yield each;
          if ('told' in each && each.told.ref === 'kb') throw new Error('cut off');
        }
      },
    };
    await expect(bring(broken)).rejects.toThrow('cut off');
    await bring(second());
    expect(await world.held('with guesses')).toEqual(whole);
  });
});

describe('what is doubtful', () => {
  beforeEach(clear);

  const twins = () =>
    source('madb', [
      told({ type: 'Work', ref: 'tv', fields: { medium: 'ANIME' }, names: named('アキラ') }),
      told({ type: 'Work', ref: 'film', fields: { medium: 'ANIME' }, names: named('アキラ') }),
    ]);
  const asking = () =>
    source('lasercut-songs', [
      told({ type: 'Work', ref: 'Akira', fields: { medium: 'ANIME' }, names: named('アキラ') }),
      told({ type: 'Song', ref: 'kaneda', names: named('金田') }),
      tieUp('op', 'kaneda', 'Akira'),
    ]);

  test('is neither merged nor dropped: it is kept as a question, and what needs it waits', async () => {
    expect(await bring(twins())).toMatchObject({ read: 2, loaded: 2 });
    const loaded = await bring(asking());
    adds(loaded);
    expect(loaded).toMatchObject({ read: 3, loaded: 1, merged: 0, open: 2 });
    const { data } = await world.ask('{ works { nodes { title { original } tieUps { totalCount } } } }');
    expect(data).toEqual({
      works: {
        nodes: [
          { title: { original: 'アキラ' }, tieUps: { totalCount: 0 } },
          { title: { original: 'アキラ' }, tieUps: { totalCount: 0 } },
        ],
      },
    });
  });

  test('is listed with what it may be, and decided: then all that waited is told', async () => {
    await bring(twins());
    await bring(asking());
    const [question, ...others] = await openQuestions(into());
    expect(others).toEqual([]);
    expect(question).toMatchObject({ key: 'lasercut-songs Akira', source: 'lasercut-songs', type: 'Work', names: ['アキラ'] });
    expect(question?.candidates.map(({ title }) => title)).toEqual(['アキラ', 'アキラ']);
    const chosen = question?.candidates[1]?.id ?? '';
    expect(await decide(into(), 'lasercut-songs Akira', { thing: chosen })).toMatchObject([{ read: 1, merged: 1, loaded: 0, open: 0, answered: 1 }]);
    expect(await openQuestions(into())).toEqual([]);
    const { data } = await world.ask('query ($id: ID!) { work(id: $id) { tieUps { nodes { song { title { original } } } } } }', { id: chosen });
    expect(data).toEqual({ work: { tieUps: { nodes: [{ song: { title: { original: '金田' } } }] } } });
    const before = await world.held('with guesses');
    expect(await bring(asking())).toMatchObject({ read: 3, open: 0, changed: 0 });
    expect(await world.held('with guesses')).toEqual(before);
  });

  test('may be something new', async () => {
    await bring(twins());
    await bring(asking());
    await decide(into(), 'lasercut-songs Akira', { new: true });
    const { data } = await world.ask('{ works { totalCount } tieUps { totalCount } }');
    expect(data).toEqual({ works: { totalCount: 3 }, tieUps: { totalCount: 1 } });
  });

  test('is answered by what another source tells later, once it is asked again; asked once more, nothing changes', async () => {
    const work = (ref: string, mal: string, start?: string) =>
      told({
        type: 'Work',
        ref,
        fields: { medium: 'ANIME', ...(start ? { start } : {}) },
        names: named('アキラ'),
        ids: [{ site: 'MAL', value: mal }],
      });
    await bring(source('madb', [work('tv', '1'), work('film', '47')]));
    const asked = () =>
      source('lasercut-songs', [
        told({ type: 'Work', ref: 'Akira', fields: { medium: 'ANIME', start: '1988' }, names: named('アキラ') }),
        told({ type: 'Song', ref: 'kaneda', names: named('金田') }),
        tieUp('op', 'kaneda', 'Akira'),
      ]);
    expect(await bring(asked())).toMatchObject({ read: 3, open: 2 });
    expect(await askAgain(into(), null)).toBe(0);
    await bring(source('anime-awards', [work('a', '1', '2019-04-01'), work('b', '47', '1988-07-16')]));
    expect(await bring(asked())).toMatchObject({ read: 3, open: 2, changed: 0 });
    expect(await askAgain(into(), ['anime-awards'])).toBe(0);
    expect(await askAgain(into(), ['lasercut-songs'])).toBe(2);
    const { data } = await world.ask('{ work(externalId: {site: MAL, value: "47"}) { tieUps { nodes { song { title { original } } } } } }');
    expect(data).toEqual({ work: { tieUps: { nodes: [{ song: { title: { original: '金田' } } }] } } });
    const before = await world.held('with guesses');
    expect(await bring(asked())).toMatchObject({ read: 3, open: 0, changed: 0 });
    expect(await askAgain(into(), null)).toBe(0);
    expect(await world.held('with guesses')).toEqual(before);
  });

  test('is asked of a work whose name is only alike, unless it is surely meant or came out that day, though whoever asks for it is given it', async () => {
    const work = (ref: string, name: string, start: string) =>
      told({ type: 'Work', ref, fields: { medium: 'ANIME', start }, names: named(name), link: 'CAREFULLY' });
    const known = [
      work('kino', 'キノの旅 the beautiful world', '2017-10-06'),
      work('firefly', 'PIPI とべないホタル', '1996-03-23'),
      work('hours', 'こどものじかん', '2007-10-12'),
    ];
    await bring(source('madb', known));
    const sameDay = work('hour', 'こどもじかん', '2007-10-11');
    const alike = source('lasercut-songs', [
      work('journey', 'キノの旅 the beautiful worlds', '2017-02-18'),
      work('piko', 'PiPiピピとべないホタル', '1996-03-23'),
      sameDay,
    ]);
    expect(await bring(alike)).toMatchObject({ read: 3, loaded: 0, merged: 2, open: 1 });
    const { data } = await world.ask(`{
      resolve(names: [{text: "キノの旅 the beautiful worlds", kind: WORK, year: 2017, medium: ANIME}]) { status candidates { matchedName { text } } } }`);
    expect(data).toEqual({ resolve: [{ status: 'MATCHED', candidates: [{ matchedName: { text: 'キノの旅 the beautiful world' } }] }] });
    expect((await openQuestions(into())).map(({ key }) => key)).toEqual(['lasercut-songs journey']);
  });

  test('is decided only once, and only by what there is', async () => {
    await bring(twins());
    await expect(decide(into(), 'lasercut-songs Akira', { new: true })).rejects.toThrow('No question is open of "lasercut-songs Akira".');
    await bring(asking());
    await expect(decide(into(), 'lasercut-songs Akira', { thing: 'wrk_0' })).rejects.toThrow('There is nothing with the id "wrk_0".');
  });
});

describe('what is wrong', () => {
  beforeEach(clear);

  test('is told with its place and its reason, and the rest goes on', async () => {
    const rejected: Rejected[] = [];
    const wrong = told({ type: 'Work', ref: 'bad', fields: { medium: 'ANIME', start: '12.10.2022' } as never, names: named('?') });
    const loaded = await bring(source('madb', [csm, wrong, yonezu], [{ rejected: { place: 'madb:9', reason: 'No title.', row: '{}' } }]), {
      onRejected: (each) => rejected.push(each),
    });
    adds(loaded);
    expect(loaded).toMatchObject({ read: 4, loaded: 2, rejected: 2 });
    expect(rejected.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
      'madb:bad: fields.start: a date is 2022-10-12, 2022-10, 2022 or --03-10',
      'madb:9: No title.',
    ]);
  });

  test('a dry run counts the same and writes nothing', async () => {
    const before = await world.held();
    expect(await bring(first(), { dryRun: true })).toMatchObject({ read: 5, loaded: 5, open: 0 });
    expect(await world.held()).toEqual(before);
  });
});

test('curated facts come to the same things and facts, one record after the other', async () => {
  await clear();
  const curated = part(curatedFacts(factsFolder), 800);
  for (const each of sourcesIn(curated, 'curated')) {
    const loaded = await bring(each);
    adds(loaded);
    expect(loaded).toMatchObject({ open: 0, rejected: 0 });
  }
  const { records } = await world.driver.executeQuery(
    `MATCH (n) WHERE n.id IS NOT NULL OR n:Source RETURN labels(n)[0] AS kind, count(*) AS count
     UNION ALL MATCH ()-[fact]->() WHERE NOT type(fact) IN ['TELLS_OF', 'NAMED', 'IDENTIFIED_BY', 'MAY_BE'] RETURN type(fact) AS kind, count(*) AS count`,
    {},
    { database: world.database },
  );
  const expected = new Map<string, number>([['Source', curated.sources.length]]);
  const count = (kind: string) => expected.set(kind, (expected.get(kind) ?? 0) + 1);
  for (const ref of new Set(curated.things.map((thing) => thing.ref))) count(ref.split(':')[0] ?? '');
  for (const fact of new Set(curated.facts.map(({ type, from, to, identity }) => JSON.stringify([type, from, to, identity]))))
    count(JSON.parse(fact)[0]);
  expect(new Map(records.map((record) => [record.get('kind'), record.get('count')]))).toEqual(expected);
});
