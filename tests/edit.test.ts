import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { FACT_TYPES } from '../seeds/told.js';
import { identities } from '../src/graph/editing/facts.js';
import { typeOfId } from '../src/graph/ids.js';
import { type Editable, startEditable } from './support/editable.js';
import { idIn, toldTwice } from './support/toldTwice.js';

jest.setTimeout(120_000);

let world: Editable;
const id = (ref: string) => idIn(toldTwice, ref);

beforeAll(async () => {
  world = await startEditable();
  await world.load([toldTwice]);
});
afterAll(() => world?.stop());

const mergeMutation = `mutation ($keep: ID!, $drop: ID!) {
  mergeEntities(keep: $keep, drop: $drop) { kept { id } edit { kind ids moved keptOnce filled } }
}`;
const merge = (keep: string, drop: string) => world.ask(mergeMutation, { keep: id(keep), drop: id(drop) });
const split = (ref: string) =>
  world.ask('mutation ($id: ID!) { splitEntity(id: $id) { kept { id } restored { id } edit { kind ids } } }', { id: id(ref) });

describe('two works that are one', () => {
  let before: Readonly<Record<string, string>>;

  test('are merged: facts go over, what both say is kept once, absent fields are filled', async () => {
    before = await world.held('with guesses');
    const { data, message } = await merge('Work:csm', 'Work:csm-fans');
    expect(message).toBeUndefined();
    expect(data).toEqual({
      mergeEntities: {
        kept: { id: id('Work:csm') },
        edit: {
          kind: 'MERGE',
          ids: [id('Work:csm'), id('Work:csm-fans')],
          moved: 5,
          keptOnce: 2,
          filled: expect.arrayContaining(['end', 'english', 'officialSite']),
        },
      },
    });
  });

  const isToldWhole = async () => {
    const { data } = await world.ask(
      `query ($id: ID!) { work(id: $id) {
        title { original english all { text kind source { key } } } start { iso } end { iso } externalIds { site value }
        provenance { field source { key } } tieUps { nodes { source { key } } } characters { nodes { id } } franchises { order }
        relations { kind work { id } }
      } }`,
      { id: id('Work:csm') },
    );
    const [curated, fans] = [{ key: 'curated' }, { key: 'fans' }];
    expect(data).toEqual({
      work: {
        title: {
          original: 'チェンソーマン',
          english: 'Chainsaw Man',
          all: [
            { text: 'チェンソーマン', kind: 'OFFICIAL', source: curated },
            { text: 'チェンソーマン', kind: 'READING', source: curated },
            { text: 'Chainsaw Man', kind: 'TRANSLATION', source: fans },
          ],
        },
        start: { iso: '2022-10' },
        end: { iso: '2022-12-28' },
        externalIds: [
          { site: 'ANNICT', value: '8100' },
          { site: 'MAL', value: '44511' },
        ],
        provenance: [
          { field: 'end', source: fans },
          { field: 'format', source: curated },
          { field: 'medium', source: curated },
          { field: 'officialSite', source: fans },
          { field: 'start', source: curated },
        ],
        tieUps: { nodes: [{ source: fans }, { source: curated }] },
        characters: { nodes: [{ id: id('Character:denji') }, { id: id('Character:denji-fans') }] },
        franchises: [{ order: 1 }],
        relations: [
          { kind: 'ADAPTATION', work: { id: id('Work:csm-manga') } },
          { kind: 'PREQUEL', work: { id: id('Work:csm-film') } },
        ].map((relation) => expect.objectContaining({ work: relation.work })),
      },
    });
  };

  test('the kept one is told whole, each fact with its own source', isToldWhole);

  test.each(['node(id: $id) { id }', 'work(id: $id) { id }', 'nodes(ids: [$id]) { id }'])(
    'the dropped id finds it, in every gear: %s',
    async (field) => {
      for (let time = 0; time < 4; time += 1) {
        const { data } = await world.ask(`query ($id: ID!) { found: ${field} }`, { id: id('Work:csm-fans') });
        const found = { id: id('Work:csm') };
        expect(data).toEqual({ found: field.startsWith('nodes') ? [found] : found });
      }
    },
  );

  test('the id that it has elsewhere finds it too', async () => {
    const { data } = await world.ask('{ work(externalId: { site: ANNICT, value: "8100" }) { id } }');
    expect(data).toEqual({ work: { id: id('Work:csm') } });
  });

  test('a voice that is told for certain works follows', async () => {
    const { records } = await world.driver.executeQuery('MATCH ()-[voice:VOICES]->() RETURN voice.works AS works', {}, { database: world.database });
    expect(records.map((record) => record.get('works'))).toEqual([[id('Work:csm'), id('Work:csm-film')]]);
  });

  test('loading again changes nothing of it, and nothing at all from then on', async () => {
    await world.loadAgain([toldTwice]);
    await isToldWhole();
    const merged = await world.held('with guesses');
    await world.loadAgain([toldTwice]);
    expect(await world.held('with guesses')).toEqual(merged);
  });

  test('split off, everything is as it was', async () => {
    const { data, message } = await split('Work:csm-fans');
    expect(message).toBeUndefined();
    expect(data).toEqual({
      splitEntity: {
        kept: { id: id('Work:csm') },
        restored: { id: id('Work:csm-fans') },
        edit: { kind: 'SPLIT', ids: [id('Work:csm'), id('Work:csm-fans')] },
      },
    });
    await world.loadAgain([toldTwice]);
    expect(await world.held('with guesses')).toEqual(before);
  });

  test('both are written down, the newest first; the first says what has undone it', async () => {
    const { data } = await world.ask('{ edits(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { id kind at undoneBy } } }');
    const { totalCount, nodes, pageInfo } = data?.['edits'] as unknown as { totalCount: number; nodes: unknown[]; pageInfo: { endCursor: string } };
    expect([totalCount, nodes]).toEqual([2, [{ id: 'edt_0000000002', kind: 'SPLIT', at: expect.stringMatching(/^\d{4}-.*Z$/), undoneBy: null }]]);
    const next = await world.ask('query ($after: String) { edits(first: 1, after: $after) { nodes { id kind undoneBy } } }', {
      after: pageInfo.endCursor,
    });
    expect(next.data).toEqual({ edits: { nodes: [{ id: 'edt_0000000001', kind: 'MERGE', undoneBy: 'edt_0000000002' }] } });
  });
});

describe('merges upon merges', () => {
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    before = await world.held('with guesses');
  });

  test('ids dropped long ago find what is kept now', async () => {
    await merge('Artist:yonezu-fans', 'Artist:yonezu-third');
    const { message } = await merge('Artist:yonezu', 'Artist:yonezu-fans');
    expect(message).toBeUndefined();
    const ids = ['Artist:yonezu', 'Artist:yonezu-fans', 'Artist:yonezu-third'].map(id);
    const { data } = await world.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data).toEqual({ nodes: ids.map(() => ({ id: id('Artist:yonezu') })) });
  });

  test('credits of both are there once', async () => {
    const { data } = await world.ask('query ($id: ID!) { song(id: $id) { artists { role artist { id } } } }', { id: id('Song:kick-back') });
    const artist = { id: id('Artist:yonezu') };
    expect(data).toEqual({ song: { artists: ['PERFORMER', 'LYRICIST', 'COMPOSER'].map((role) => ({ role, artist })) } });
  });

  test('the older is not split off before the newer', async () => {
    expect(await split('Artist:yonezu-third')).toMatchObject({
      code: 'LATER_MERGE',
      message: `A later merge rests on this one: ${id('Artist:yonezu-fans')} was merged into ${id('Artist:yonezu')}. Split ${id('Artist:yonezu-fans')} off first.`,
    });
  });

  test('they come apart in the reverse order, and a load agrees', async () => {
    await world.loadAgain([toldTwice]);
    const merged = await world.held();
    await world.loadAgain([toldTwice]);
    expect(await world.held()).toEqual(merged);
    for (const ref of ['Artist:yonezu-fans', 'Artist:yonezu-third']) expect(await split(ref)).toMatchObject({ code: undefined });
    await world.loadAgain([toldTwice]);
    expect(await world.held('with guesses')).toEqual(before);
  });
});

test('whatever is merged and split off again in the reverse order leaves the graph as it was', async () => {
  const before = await world.held('with guesses');
  const refs = toldTwice.things.map(({ ref }) => ref).filter((ref) => !ref.startsWith('TieUp'));
  const pair = fc.tuple(fc.constantFrom(...refs), fc.constantFrom(...refs));
  const likely = pair.filter(([keep, drop]) => keep !== drop && typeOfId(id(keep)) === typeOfId(id(drop)));
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(likely, { minLength: 3, maxLength: 8 }), async (pairs) => {
      const dropped: string[] = [];
      for (const [keep, drop] of pairs) {
        const { code } = await merge(keep, drop);
        expect([undefined, 'CONTRADICTION', 'ALREADY_MERGED']).toContain(code);
        if (code === undefined) dropped.unshift(drop);
      }
      done += dropped.length;
      await world.loadAgain([toldTwice]);
      const merged = await world.held();
      await world.loadAgain([toldTwice]);
      expect(await world.held()).toEqual(merged);
      for (const drop of dropped) expect(await split(drop)).toMatchObject({ code: undefined });
      await world.loadAgain([toldTwice]);
      expect(await world.held('with guesses')).toEqual(before);
    }),
    { numRuns: 5 },
  );
  // Most random pairs contradict one another; without any merge the test would say nothing.
  expect(done).toBeGreaterThan(2);
});

test('without a load between, everything comes back to the last property, guesses included', async () => {
  const before = await world.held('with guesses');
  const pairs = [
    ['Song:kick-back', 'Song:kick-back-fans'],
    ['Artist:yonezu', 'Artist:yonezu-fans'],
    ['Character:denji-fans', 'Character:denji'],
    ['Work:csm-fans', 'Work:csm'],
    ['Work:undated', 'Work:dated'],
  ] as const;
  for (const [keep, drop] of pairs) expect(await merge(keep, drop)).toMatchObject({ code: undefined });
  for (const [, drop] of pairs.toReversed()) expect(await split(drop)).toMatchObject({ code: undefined });
  expect(await world.held('with guesses')).toEqual(before);
});

test('a work that had no title has that of the one it is merged with', async () => {
  await merge('Work:undated', 'Work:dated');
  const { data } = await world.ask('query ($id: ID!) { work(id: $id) { title { original } start { iso } season } }', { id: id('Work:dated') });
  expect(data).toEqual({ work: { title: { original: '無題' }, start: { iso: '2001-04-01' }, season: 'SPRING' } });
  await split('Work:dated');
});

describe('what is no longer told', () => {
  const without = (ref: string) => ({
    ...toldTwice,
    things: toldTwice.things.filter((thing) => thing.ref !== ref),
    facts: toldTwice.facts.filter(({ from, to, says }) => from !== ref && to !== ref && !Object.values(says).flat().includes(ref)),
  });

  test('of the kept thing: the dropped one goes by the kept id', async () => {
    await merge('Song:kick-back', 'Song:kick-back-fans');
    await world.load([without('Song:kick-back')]);
    const { data } = await world.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Song { language released { iso } } } }', {
      ids: [id('Song:kick-back'), id('Song:kick-back-fans')],
    });
    const song = { id: id('Song:kick-back'), language: 'ja', released: null };
    expect(data).toEqual({ nodes: [song, song] });
  });

  test('of the dropped thing: its id finds the kept one all the same', async () => {
    await world.load([without('Song:kick-back-fans')]);
    const { data } = await world.ask('query ($id: ID!) { song(id: $id) { id language } }', { id: id('Song:kick-back-fans') });
    expect(data).toEqual({ song: { id: id('Song:kick-back'), language: null } });
  });

  test('when both are told again and split, all is as if nothing had been', async () => {
    await world.load([toldTwice]);
    await split('Song:kick-back-fans');
    const apart = await world.held('with guesses');
    await world.load([toldTwice]);
    expect(apart['Song']).toEqual((await world.held())['Song']);
  });
});

test('what tells facts of one type apart is the same for the loader and for editors', () => {
  for (const [type, { identity }] of Object.entries(FACT_TYPES)) expect([type, Object.keys(identity)]).toEqual([type, identities[type] ?? []]);
});

describe('duplicates', () => {
  const list = `query ($kind: EntityKind!, $first: Int, $after: String) { duplicates(kind: $kind, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { confidence one { id } other { id } reasons { weight text japanese: text(lang: "ja") } }
  } }`;
  interface Pair {
    readonly confidence: number;
    readonly one: { readonly id: string };
    readonly other: { readonly id: string };
    readonly reasons: readonly { readonly weight: number; readonly text: string; readonly japanese: string }[];
  }
  interface Listed {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string | null };
    readonly nodes: readonly Pair[];
  }
  const pairs = async (kind: string, page: object = {}) => {
    const { data, message } = await world.ask(list, { kind, ...page });
    expect(message).toBeUndefined();
    return data?.['duplicates'] as unknown as Listed;
  };
  const ids = ({ nodes }: Listed) => nodes.map(({ one, other }) => [one.id, other.id]);
  const pair = (...refs: readonly string[]) => refs.map(id).sort();

  beforeAll(() => world.loadAgain([toldTwice]));

  test('of works: the two that are one, with reasons that add up; not the manga of the same name', async () => {
    const { nodes, totalCount } = await pairs('WORK');
    expect(totalCount).toBe(1);
    const [found] = nodes;
    expect([found?.one.id, found?.other.id]).toEqual(pair('Work:csm', 'Work:csm-fans'));
    expect(found?.reasons.map(({ text }) => text)).toEqual([
      'Both are officially called チェンソーマン',
      'The same year: 2022',
      'The same medium: ANIME',
    ]);
    expect(found?.reasons[0]?.japanese).toBe('どちらも正式な名前が「チェンソーマン」');
    expect(found?.confidence).toBeCloseTo(found?.reasons.reduce((sum, { weight }) => sum + weight, 0) ?? 0);
  });

  test('of artists: the most certain first; who was born at another time is none', async () => {
    const found = await pairs('ARTIST');
    const confidences = found.nodes.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(ids(found)[0]).toEqual(pair('Artist:yonezu', 'Artist:yonezu-third'));
    expect(ids(found)).not.toContainEqual(pair('Artist:yonezu', 'Artist:young-yonezu'));
  });

  test('page by page they are the same', async () => {
    const whole = ids(await pairs('ARTIST'));
    const paged: string[][] = [];
    for (let after: string | null = null; paged.length < whole.length; ) {
      const page: Listed = await pairs('ARTIST', { first: 1, after });
      expect(page.totalCount).toBe(whole.length);
      paged.push(...ids(page));
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole);
  });

  test('of kinds that have none', async () => {
    for (const kind of ['GOODS', 'FACTOR']) expect(await pairs(kind)).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('a list is read off its index, and nothing sorted', async () => {
    const { summary } = await world.driver.executeQuery(
      'EXPLAIN MATCH ()-[that:MAY_BE]->() WHERE that.place STARTS WITH $kind WITH that WHERE that.place IS NOT NULL WITH that, that.place AS key ORDER BY key LIMIT 3 RETURN that, key',
      { kind: 'WORK ' },
      { database: world.database },
    );
    const text = JSON.stringify(summary.plan);
    expect(text).toContain('DirectedRelationshipIndexSeekByRange');
    expect(text).not.toMatch(/"operatorType":"(Sort|Top)/);
  });

  const mark = (refs: readonly string[], withdraw = false) =>
    world.ask('mutation ($ids: [ID!]!, $withdraw: Boolean) { notDuplicates(ids: $ids, withdraw: $withdraw) { edit { kind ids } things { id } } }', {
      ids: refs.map(id),
      withdraw,
    });

  test('what is said to be different is never shown again, nor merged', async () => {
    const marked = pair('Work:csm', 'Work:csm-fans');
    expect(await mark(['Work:csm', 'Work:csm-fans'])).toMatchObject({
      data: { notDuplicates: { edit: { kind: 'NOT_DUPLICATES', ids: marked }, things: marked.map((each) => ({ id: each })) } },
    });
    expect(ids(await pairs('WORK'))).toEqual([]);
    await world.loadAgain([toldTwice]);
    expect(ids(await pairs('WORK'))).toEqual([]);
    expect(await merge('Work:csm', 'Work:csm-fans')).toMatchObject({ code: 'NOT_DUPLICATES', message: expect.stringContaining('withdraw: true') });
  });

  test('until that is withdrawn', async () => {
    expect(await mark(['Work:csm', 'Work:csm-fans'], true)).toMatchObject({ code: undefined });
    expect(ids(await pairs('WORK'))).toEqual([pair('Work:csm', 'Work:csm-fans')]);
    await world.loadAgain([toldTwice]);
    expect(ids(await pairs('WORK'))).toEqual([pair('Work:csm', 'Work:csm-fans')]);
  });

  test('the mark goes with what is merged', async () => {
    await mark(['Artist:yonezu-fans', 'Artist:young-yonezu']);
    await merge('Artist:yonezu', 'Artist:yonezu-fans');
    expect(await merge('Artist:yonezu', 'Artist:young-yonezu')).toMatchObject({ code: 'NOT_DUPLICATES' });
    await split('Artist:yonezu-fans');
    await mark(['Artist:yonezu-fans', 'Artist:young-yonezu'], true);
  });

  test('a pair goes with what is merged', async () => {
    await merge('Song:kick-back', 'Song:kick-back-fans');
    expect(ids(await pairs('SONG')).flat()).not.toContain(id('Song:kick-back-fans'));
    await split('Song:kick-back-fans');
  });
});
