import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { load } from '../seeds/loader.js';
import type { DataSource } from '../seeds/source.js';
import type { Told } from '../seeds/told.js';
import { ensureIndexes } from '../src/graph/indexes.js';
import { settlingIn } from '../src/loading.js';
import { type Editable, startEditable } from './support/editable.js';
import { named, tieUp, told } from './support/smallSources.js';

jest.setTimeout(120_000);

const asked = (ref: string, text: string): Told => told({ type: 'Work', ref, fields: { medium: 'ANIME' }, names: named(text) });
const song = (ref: string, artist: string) =>
  told({ type: 'Song', ref, names: named('KICK BACK', 'en'), facts: [{ type: 'PERFORMS', other: artist, identity: { role: 'PERFORMER' } }] });
const film = (ref: string, before: string) =>
  told({
    type: 'Work',
    ref,
    fields: { medium: 'FILM' },
    names: named('レゼ篇'),
    ids: [{ site: 'MAL', value: '57555' }],
    facts: [{ type: 'RELATES_TO', other: before, identity: { kind: 'PREQUEL' } }],
  });

const source = (key: string, records: readonly Told[]): DataSource => ({
  key,
  describe: () => ({ key, title: `The ${key}`, licence: 'CC0-1.0', url: `https://${key}.example` }),
  read: () => records.map((each) => ({ place: `${key}.json:${each.record}`, told: each })),
});

/** Two works of one name, two more of another, and one work with its song that both sources tell of. */
const trusted = source('madb', [
  told({
    type: 'Work',
    ref: 'csm',
    fields: { medium: 'ANIME', format: 'TV', start: '2022-10-12' },
    names: [...named('チェンソーマン'), { text: 'デンジの話', kind: 'ALIAS', language: 'ja', spoiler: true }],
    ids: [{ site: 'MAL', value: '44511' }],
  }),
  film('reze', 'csm'),
  told({ type: 'Artist', ref: 'yonezu', names: named('米津玄師') }),
  song('kb', 'yonezu'),
  tieUp('op', 'kb', 'csm'),
  ...['akira-tv', 'akira-film'].map((ref) => asked(ref, 'アキラ')),
  ...['mobile-tv', 'mobile-film'].map((ref) => asked(ref, 'モバイル')),
]);
const fans = source('lasercut-songs', [
  told({
    type: 'Work',
    ref: 'ChainsawMan',
    fields: { medium: 'ANIME', start: '2022-10-11', end: '2022-12-28' },
    names: [{ text: 'Chainsaw Man', kind: 'ROMAJI', language: null }],
    ids: [{ site: 'MAL', value: '44511' }],
  }),
  film('Reze', 'ChainsawMan'),
  told({ type: 'Artist', ref: 'Yonezu', names: named('米津 玄師') }),
  song('kick', 'Yonezu'),
  tieUp('first', 'kick', 'ChainsawMan'),
  { ...asked('Akira', 'アキラ'), known: { year: 1988 } } as Told,
  told({ type: 'Song', ref: 'kaneda', names: named('金田') }),
  tieUp('akira-op', 'kaneda', 'Akira'),
  asked('Mobile', 'モバイル'),
]);

let world: Editable;

beforeAll(async () => {
  world = await startEditable();
  await ensureIndexes(world.driver, world.database);
  for (const each of [trusted, fans]) await load(world, each, '');
});
afterAll(() => world?.stop());

/** What was answered; a test compares it whole, or says which part of it it means. */
const dataOf = async <Data = unknown>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> => {
  const { data, message } = await world.ask(query, variables);
  expect(message).toBeUndefined();
  return data as Data;
};

interface Paged {
  readonly pageInfo: { readonly endCursor: string };
}

describe('who says what', () => {
  const csm = `{ work(externalId: { site: MAL, value: "44511" }) { records { totalCount nodes {
    key kind place loadedAt source { key title licence url } fields { name value shown } names { text kind language } externalIds { site value url } thing { id } } } id } }`;

  test('two sources tell two dates: both are seen, in the order of trust, with what is shown; in every gear', async () => {
    const seen = [];
    for (let time = 0; time < 4; time += 1) seen.push((await dataOf<{ work: { id: string } }>(csm)).work);
    const [first] = seen;
    expect(first).toEqual({
      id: expect.stringMatching(/^wrk_/),
      records: {
        totalCount: 2,
        nodes: [
          {
            key: 'madb csm',
            kind: 'WORK',
            place: 'madb.json:csm',
            loadedAt: expect.stringMatching(/^\d{4}-.*Z$/),
            source: { key: 'madb', title: 'The madb', licence: 'CC0-1.0', url: 'https://madb.example' },
            fields: [
              { name: 'medium', value: 'ANIME', shown: true },
              { name: 'format', value: 'TV', shown: true },
              { name: 'start', value: '2022-10-12', shown: true },
            ],
            names: [{ text: 'チェンソーマン', kind: 'OFFICIAL', language: 'ja' }],
            externalIds: [{ site: 'MAL', value: '44511', url: 'https://myanimelist.net/anime/44511' }],
            thing: { id: first?.id },
          },
          {
            key: 'lasercut-songs ChainsawMan',
            kind: 'WORK',
            place: 'lasercut-songs.json:ChainsawMan',
            loadedAt: expect.stringMatching(/^\d{4}-.*Z$/),
            source: expect.objectContaining({ key: 'lasercut-songs' }),
            fields: [
              { name: 'medium', value: 'ANIME', shown: true },
              { name: 'start', value: '2022-10-11', shown: false },
              { name: 'end', value: '2022-12-28', shown: true },
            ],
            names: [{ text: 'Chainsaw Man', kind: 'ROMAJI', language: null }],
            externalIds: [{ site: 'MAL', value: '44511', url: 'https://myanimelist.net/anime/44511' }],
            thing: { id: first?.id },
          },
        ],
      },
    });
    expect(seen).toEqual(Array(4).fill(first));
  });

  test('they come page by page, and what gives a plot away only when it is asked for', async () => {
    const paged = `query ($after: String) { work(externalId: { site: MAL, value: "44511" }) {
      records(first: 1, after: $after) { pageInfo { hasNextPage endCursor } nodes { key names(spoilers: true) { text } } } } }`;
    const { work } = await dataOf<{ work: { records: Paged } }>(paged);
    expect(work.records).toMatchObject({
      pageInfo: { hasNextPage: true },
      nodes: [{ names: [{ text: 'チェンソーマン' }, { text: 'デンジの話' }] }],
    });
    expect(await dataOf(paged, { after: work.records.pageInfo.endCursor })).toMatchObject({
      work: { records: { pageInfo: { hasNextPage: false }, nodes: [{ key: 'lasercut-songs ChainsawMan' }] } },
    });
  });

  test('a tie-up, a credit and a relation name all that say so, the most trusted first', async () => {
    const sources = [{ key: 'madb' }, { key: 'lasercut-songs' }];
    for (let time = 0; time < 4; time += 1)
      expect(
        await dataOf(`{ work(externalId: { site: MAL, value: "44511" }) {
          relations { source { key } sources { key } }
          tieUps { nodes { source { key } sources { key } records { nodes { key } } song { artists { source { key } sources { key } } } } } } }`),
      ).toEqual({
        work: {
          relations: [{ source: sources[0], sources }],
          tieUps: {
            nodes: [
              {
                source: sources[0],
                sources,
                records: { nodes: [{ key: 'madb op' }, { key: 'lasercut-songs first' }] },
                song: { artists: [{ source: sources[0], sources }] },
              },
            ],
          },
        },
      });
  });
});

interface Open {
  readonly openQuestions: Paged & {
    readonly nodes: readonly { readonly key: string; readonly candidates: readonly { readonly thing: { readonly id: string } }[] }[];
  };
}

describe('open questions', () => {
  const list = `query ($source: String, $first: Int, $after: String) { openQuestions(source: $source, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { key year waiting record { kind place source { key } names { text } fields { name value shown } thing { id } }
    candidates { confidence thing { id ... on Work { title { original } } } } } } }`;
  const all = async () => (await dataOf<Open>(list, { first: 100 })).openQuestions.nodes;
  const keys = async () => (await all()).map(({ key }) => key);
  const decision = `mutation ($key: ID!, $thing: ID, $new: Boolean) { decideQuestion(key: $key, thing: $thing, new: $new) {
    edit { kind ids question } record { key thing { id __typename } } } }`;
  const decide = (key: string, chosen: object, authorization?: string | null) => world.ask(decision, { key, ...chosen }, authorization);

  test('are told with what the record says, what it may be and how many wait for it', async () => {
    for (let time = 0; time < 4; time += 1) {
      expect(await dataOf(list, { first: 1 })).toEqual({
        openQuestions: {
          totalCount: 2,
          pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
          nodes: [
            {
              key: 'lasercut-songs Akira',
              year: 1988,
              waiting: 1,
              record: {
                kind: 'WORK',
                place: 'lasercut-songs.json:Akira',
                source: { key: 'lasercut-songs' },
                names: [{ text: 'アキラ' }],
                fields: [{ name: 'medium', value: 'ANIME', shown: false }],
                thing: null,
              },
              candidates: [1, 2].map(() => ({ confidence: expect.closeTo(1 / 3), thing: { id: expect.any(String), title: { original: 'アキラ' } } })),
            },
          ],
        },
      });
    }
  });

  test('come page by page, and of one source', async () => {
    const { openQuestions } = await dataOf<Open>(list, { first: 1 });
    expect(await dataOf(list, { first: 1, after: openQuestions.pageInfo.endCursor })).toMatchObject({
      openQuestions: { pageInfo: { hasNextPage: false }, nodes: [{ key: 'lasercut-songs Mobile' }] },
    });
    expect(await dataOf(list, { source: 'madb' })).toMatchObject({ openQuestions: { totalCount: 0, nodes: [] } });
    expect(await dataOf(list, { source: 'lasercut-songs' })).toMatchObject({ openQuestions: { totalCount: 2 } });
  });

  test('are for editors alone, however often others ask', async () => {
    for (let time = 0; time < 4; time += 1) {
      expect(await world.ask(list, {}, null)).toMatchObject({ status: 401, code: 'EDITOR_KEY_MISSING' });
      expect(await world.ask(list, {}, 'Bearer something-else-altogether')).toMatchObject({ status: 401, code: 'EDITOR_KEY_WRONG' });
      expect(await world.ask(`{ sources { key } openQuestions { totalCount } }`)).toMatchObject({ data: { openQuestions: { totalCount: 2 } } });
      expect(await world.ask(`{ sources { key } openQuestions { totalCount } }`, {}, null)).toMatchObject({ code: 'EDITOR_KEY_MISSING' });
    }
    expect(await decide('lasercut-songs Akira', { new: true }, null)).toMatchObject({ status: 401, code: 'EDITOR_KEY_MISSING' });
    expect(await keys()).toHaveLength(2);
  });

  test.each<[string, object, string, RegExp]>([
    ['neither', {}, 'BAD_USER_INPUT', /exactly one of thing and new: true, but got neither/],
    ['not new', { new: false }, 'BAD_USER_INPUT', /got neither/],
    ['both', { thing: 'wrk_0', new: true }, 'BAD_USER_INPUT', /got both/],
    ['something that is not there', { thing: 'wrk_0' }, 'NOT_FOUND', /There is nothing with the id "wrk_0"/],
    ['no id', { thing: 'アキラ' }, 'NOT_FOUND', /There is nothing with the id "アキラ"/],
    ['a thing of another kind', { thing: 'sng_0' }, 'BAD_USER_INPUT', /tells of a Work, but sng_0 is the id of a Song/],
  ])('are not decided by %s', async (_what, chosen, code, sentence) => {
    expect(await decide('lasercut-songs Akira', chosen)).toMatchObject({ data: null, code, message: expect.stringMatching(sentence) });
    expect(await keys()).toHaveLength(2);
  });

  test('a record of which nothing is asked is not decided', async () => {
    for (const key of ['lasercut-songs none', 'madb csm'])
      expect(await decide(key, { new: true })).toMatchObject({
        code: 'NOT_OPEN',
        message: expect.stringContaining(`No question is open of "${key}"`),
      });
    expect(await dataOf('{ edits { totalCount } }')).toEqual({ edits: { totalCount: 0 } });
  });

  test('decided for a candidate, the record tells of it, and so does what has waited', async () => {
    const question = (await all()).find(({ key }) => key === 'lasercut-songs Akira');
    const chosen = question?.candidates[1]?.thing.id ?? '';
    const { data, message } = await decide('lasercut-songs Akira', { thing: chosen });
    expect(message).toBeUndefined();
    expect(data).toEqual({
      decideQuestion: {
        edit: { kind: 'DECISION', ids: [chosen], question: 'lasercut-songs Akira' },
        record: { key: 'lasercut-songs Akira', thing: { id: chosen, __typename: 'Work' } },
      },
    });
    expect(await keys()).toEqual(['lasercut-songs Mobile']);
    expect(
      await dataOf('query ($id: ID!) { work(id: $id) { records { totalCount } tieUps { nodes { song { title { original } } } } } }', { id: chosen }),
    ).toEqual({ work: { records: { totalCount: 2 }, tieUps: { nodes: [{ song: { title: { original: '金田' } } }] } } });
  });

  test('decided otherwise later, the record tells of the other, and so does what has waited; decided again as before, all is as it was', async () => {
    const told =
      '{ works { nodes { id title { original } records { totalCount } tieUps { nodes { song { title { original } } } } } } tieUps { totalCount } }';
    const before = [await dataOf(told), await world.held('with guesses')];
    const { works } = await dataOf<{ works: { nodes: { id: string; title: { original: string }; tieUps: { nodes: object[] } }[] } }>(told);
    const akiras = works.nodes.filter(({ title }) => title.original === 'アキラ');
    const [chosen, other] = [akiras.find(({ tieUps }) => tieUps.nodes.length > 0), akiras.find(({ tieUps }) => tieUps.nodes.length === 0)];
    const about = async (id = '') =>
      dataOf('query ($id: ID!) { work(id: $id) { records { totalCount } tieUps { nodes { song { title { original } } } } } }', { id });
    await decide('lasercut-songs Akira', { thing: other?.id });
    expect(await about(chosen?.id)).toEqual({ work: { records: { totalCount: 1 }, tieUps: { nodes: [] } } });
    expect(await about(other?.id)).toEqual({ work: { records: { totalCount: 2 }, tieUps: { nodes: [{ song: { title: { original: '金田' } } }] } } });
    await decide('lasercut-songs Akira', { new: true });
    expect(await about(other?.id)).toEqual({ work: { records: { totalCount: 1 }, tieUps: { nodes: [] } } });
    expect(await dataOf('{ works { totalCount } tieUps { totalCount } }')).toEqual({ works: { totalCount: 7 }, tieUps: { totalCount: 2 } });
    for (const time of [1, 2]) {
      await decide('lasercut-songs Akira', { thing: chosen?.id });
      expect([time, await dataOf(told), await world.held('with guesses')]).toEqual([time, ...before]);
    }
    expect(await keys()).toEqual(['lasercut-songs Mobile']);
  });

  test('decided for something new, it is there, and the edit names it', async () => {
    const { data, message } = await decide('lasercut-songs Mobile', { new: true });
    expect(message).toBeUndefined();
    const { edit, record } = data?.['decideQuestion'] as unknown as { edit: { ids: string[] }; record: { thing: { id: string } } };
    expect(edit).toEqual({ kind: 'DECISION', ids: [record.thing.id], question: 'lasercut-songs Mobile' });
    expect(await keys()).toEqual([]);
    expect(await dataOf('{ works { totalCount } edits { nodes { kind ids question moved undoneBy } } }')).toMatchObject({
      works: { totalCount: 7 },
      edits: {
        nodes: [
          { kind: 'DECISION', ids: [record.thing.id], question: 'lasercut-songs Mobile', moved: 0, undoneBy: null },
          ...[1, 2, 3, 4, 5].map(() => ({ kind: 'DECISION', question: 'lasercut-songs Akira' })),
        ],
      },
    });
  });

  test('a later load goes by what was decided', async () => {
    const before = await world.held('with guesses');
    expect(await load(world, fans, '')).toMatchObject({ read: 9, open: 0, changed: 0 });
    expect(await world.held('with guesses')).toEqual(before);
  });

  test('the loader settles it in a process of its own', async () => {
    const settle = settlingIn(world.address);
    await load(world, source('bgmd', [asked('Akira', 'アキラ')]), '');
    const decided = 'MATCH (record:Record {key: $key}) SET record.decided = "NEW"';
    await world.driver.executeQuery(decided, { key: 'bgmd Akira' }, { database: world.database });
    expect(await keys()).toEqual(['bgmd Akira']);
    const [none, akira] = await Promise.allSettled([settle('bgmd none'), settle('bgmd Akira')]);
    expect(none).toMatchObject({ status: 'rejected', reason: { name: 'Unavailable' } });
    expect(akira).toMatchObject({ status: 'fulfilled' });
    expect(await keys()).toEqual([]);
  });
});
