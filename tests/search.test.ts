import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { executor } from './support/execute.js';

const ask = await executor();

const best = async (query: string, kinds: readonly string[]) => {
  const { data } = await ask(
    `query Best($query: String!, $kinds: [EntityKind!]) { search(query: $query, kinds: $kinds, first: 1) { edges { score matchedName { text kind } node {
      __typename
      ... on Work { called: title { original } } ... on Song { called: title { original } } ... on Artist { called: name { original } }
      ... on Character { called: name { original } } ... on Goods { called: name { original } } ... on Organization { called: name { original } }
      ... on Campaign { called: name { original } } ... on Franchise { called: name { original } } ... on Factor { called: name { original } }
    } } } }`,
    { query, kinds },
  );
  return data;
};

const found = (kind: string, original: string, matched: string, matchedKind: string, score: number) => ({
  search: {
    edges: [{ score: expect.closeTo(score, 6), matchedName: { text: matched, kind: matchedKind }, node: { __typename: kind, called: { original } } }],
  },
});

test('the exact official name scores 1', async () => {
  expect(await best('紅蓮華', ['SONG'])).toEqual(found('Song', '紅蓮華', '紅蓮華', 'OFFICIAL', 1));
});

test.each([
  ['hiragana finds the reading', 'ぐれんげ', 'グレンゲ', 'READING', 0.9751],
  ['half-width kana too', 'ｸﾞﾚﾝｹﾞ', 'グレンゲ', 'READING', 0.9751],
  ['romaji, whatever its case', 'GURENGE', 'Gurenge', 'ROMAJI', 0.96],
])('%s', async (_, query, matched, kind, score) => {
  expect(await best(query, ['SONG'])).toEqual(found('Song', '紅蓮華', matched, kind, score));
});

test.each([
  ['きめつのやいば', 'キメツノヤイバ', 'READING'],
  ['Kimetsu no Yaiba', 'Kimetsu no Yaiba', 'ROMAJI'],
  ['Ｋｉｍｅｔｓｕ　ｎｏ　Ｙａｉｂａ', 'Kimetsu no Yaiba', 'ROMAJI'],
  ['demon slayer kimetsu no yaiba', 'Demon Slayer: Kimetsu no Yaiba', 'TRANSLATION'],
  ['鬼灭之刃', '鬼灭之刃', 'TRANSLATION'],
  ['귀멸의 칼날', '귀멸의 칼날', 'TRANSLATION'],
  ['Kimetunoyaiba', 'Kimetunoyaiba', 'ALIAS'],
])('%s is 鬼滅の刃', async (query, matched, kind) => {
  const { data } = await ask(
    'query Found($query: String!) { search(query: $query, kinds: [WORK], first: 1) { edges { matchedName { text kind } node { ... on Work { title { original } medium } } } } }',
    { query },
  );
  expect(data).toEqual({ search: { edges: [{ matchedName: { text: matched, kind }, node: { title: { original: '鬼滅の刃' }, medium: 'ANIME' } }] } });
});

test.each([
  ['チェンソーマン', 'WORK', 'Work'],
  ['チェンソーマン', 'FRANCHISE', 'Franchise'],
  ['米津玄師', 'ARTIST', 'Artist'],
  ['デンジ', 'CHARACTER', 'Character'],
  ['figma デンジ', 'GOODS', 'Goods'],
  ['テレビ東京', 'ORGANIZATION', 'Organization'],
  ['Slap bass', 'FACTOR', 'Factor'],
])('%s is found among what is a %s', async (name, kind, typename) => {
  expect(await best(name, [kind])).toEqual(found(typename, name, name, 'OFFICIAL', 1));
});

test('the beginning of a name is enough: しょくげき', async () => {
  const { data } = await ask('{ search(query: "しょくげき", kinds: [WORK], first: 1) { nodes { ... on Work { title { original } } } } }');
  expect(data).toEqual({ search: { nodes: [{ title: { original: '食戟のソーマ' } }] } });
});

test('a word within a name is enough: 無限列車編', async () => {
  const { data } = await ask('{ search(query: "無限列車編", kinds: [WORK], first: 2) { nodes { ... on Work { title { original } } } } }');
  expect(data).toEqual({
    search: {
      nodes: expect.arrayContaining([{ title: { original: '鬼滅の刃 無限列車編' } }, { title: { original: '劇場版「鬼滅の刃」無限列車編' } }]),
    },
  });
});

interface Edge {
  readonly score: number;
  readonly matchedName: { readonly text: string };
  readonly node: { readonly called: string };
}

/** What is found, by its name, with the name that fits and how well. */
const edgesOf = async (query: string, kinds: readonly string[] | null = null, first = 10): Promise<readonly Edge[]> => {
  const { data, errors } = await ask(
    `query Edges($query: String!, $kinds: [EntityKind!], $first: Int!) { search(query: $query, kinds: $kinds, first: $first) { edges { score matchedName { text } node {
      ... on Work { called: title { original } } ... on Song { called: title { original } } ... on Artist { called: name { original } }
      ... on Character { called: name { original } } ... on Goods { called: name { original } } ... on Organization { called: name { original } }
      ... on Campaign { called: name { original } } ... on Franchise { called: name { original } } ... on Factor { called: name { original } }
    } } } }`,
    { query, kinds, first },
  );
  expect(errors).toEqual([]);
  const { edges } = data?.['search'] as {
    edges: readonly { score: number; matchedName: { text: string }; node: { called: { original: string } } }[];
  };
  return edges.map(({ node, ...edge }) => ({ ...edge, node: { called: node.called.original } }));
};
const namesOf = async (...asked: Parameters<typeof edgesOf>) => (await edgesOf(...asked)).map(({ node }) => node.called);

test('exact names come before names that begin so, those before names that hold the word', async () => {
  const found = await edgesOf('angela', ['ARTIST']);
  expect(found.slice(0, 2).map(({ score, matchedName }) => [matchedName.text, score])).toEqual([
    ['angela', 1],
    ['Angela Aki', expect.closeTo(0.7, 6)],
  ]);
  const word = await edgesOf('無限列車編', ['WORK']);
  expect(word.filter(({ score }) => score > 0.5 || score < 0.2)).toEqual([]);
});

describe('completes as one types', () => {
  test.each([
    ['しょく', '食戟のソーマ'],
    ['ｼｮｸ', '食戟のソーマ'],
    ['kimetsu no ya', '鬼滅の刃'],
    ['kimets', '鬼滅の刃'],
    ['kimetu no y', '鬼滅の刃'],
    ['きめつの', '鬼滅の刃'],
    ['きめt', '鬼滅の刃'],
    ['귀며', '鬼滅の刃'],
    ['鬼灭', '鬼滅の刃'],
    ['guimie', '鬼滅の刃'],
    ['demon sl', '鬼滅の刃'],
    ['chensoom', 'チェンソーマン'],
    ['ちぇ', 'チェンソーマン'],
  ])('%s finds %s', async (typed, title) => {
    expect(await namesOf(typed, ['WORK'])).toContain(title);
  });

  test('every beginning of a name finds it, in every script: of one letter too, since the popular come first', async () => {
    for (const name of ['鬼滅の刃', 'キメツノヤイバ', 'Kimetsu no Yaiba', '귀멸의 칼날', 'Demon Slayer']) {
      const letters = [...name];
      for (let length = 1; length <= letters.length; length += 1) {
        const typed = letters.slice(0, length).join('');
        const found = await namesOf(typed, ['WORK'], length < 3 ? 100 : 20);
        expect([typed, found.includes('鬼滅の刃')]).toEqual([typed, true]);
      }
    }
  }, 120_000);

  test('of names that begin so, what more is told of comes first', async () => {
    const { data } = await ask('{ search(query: "き", kinds: [WORK], first: 3) { nodes { ... on Work { title { original } } } } }');
    expect(data).toMatchObject({ search: { nodes: [{ title: { original: '鬼滅の刃' } }, {}, {}] } });
  });
});

describe('a part of a series is asked for', () => {
  test('リゼロ 2期 finds the second season first', async () => {
    const [first] = await namesOf('リゼロ 2期', ['WORK']);
    expect(first).toBe('Re:ゼロから始める異世界生活 2nd season');
  });

  test('リゼロ finds the first season before the second', async () => {
    const found = await namesOf('リゼロ', ['WORK']);
    expect(found[0]).toBe('Re:ゼロから始める異世界生活');
    expect(found).toContain('Re:ゼロから始める異世界生活 2nd season');
  });

  test('a part by the name of the series in another language', async () => {
    expect(await namesOf('Re:Zero Season 2', ['WORK'])).toContain('Re:ゼロから始める異世界生活 2nd season');
  });
});

describe('typing errors in longer words', () => {
  test.each([
    ['kimestu no yaiba', '鬼滅の刃'],
    ['Kimetsu no Yiaba', '鬼滅の刃'],
    ['Demon Slayr', '鬼滅の刃'],
    ['チェンソーマソ', 'チェンソーマン'],
    ['Shingeki no Kyojn', '進撃の巨人'],
  ])('%s is %s', async (typed, title) => {
    const found = await edgesOf(typed, ['WORK']);
    expect(found.map(({ node }) => node.called)).toContain(title);
    expect(found[0]?.score).toBeLessThan(0.2);
  });

  test('short words are meant as they are', async () => {
    expect(await namesOf('YUJ', ['ARTIST'])).not.toContain('YUI');
  });

  test('where enough fits without one none is looked for', async () => {
    const found = await edgesOf('chain', null, 100);
    expect(found.filter(({ score }) => score >= 0.2).length < 20 || found.every(({ score }) => score >= 0.2)).toBe(true);
  });
});

test.each([
  ['Kitō Akari', '鬼頭明里'],
  ['Kito Akari', '鬼頭明里'],
  ['Akari Kitou', '鬼頭明里'],
  ['㈱ソケット', '株式会社ソケット'],
  ['Sockets, Inc.', '株式会社ソケット'],
  ['回回奇譚', '廻廻奇譚'],
  ['Kaikai Kitan', '廻廻奇譚'],
])('%s finds %s first', async (query, name) => {
  const [first] = await namesOf(query);
  expect(first).toBe(name);
});

test('any text is a query', async () => {
  const letters = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'+-&|!(){}[]^"~*?:\\/ 鬼めkK2期ー・'), minLength: 1, maxLength: 30 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
    fc.constantFrom(
      'AND',
      'OR NOT',
      'TO',
      '[a TO b]',
      'keys:*',
      '*:*',
      'x^2',
      'a~',
      '\\u12',
      '/a/',
      'k:',
      '#',
      '　',
      '鬼'.repeat(200),
      'ab '.repeat(66),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      letters.filter((text) => text.trim() !== ''),
      async (query) => {
        const { data, errors } = await ask('query Any($query: String!) { search(query: $query, first: 5) { totalCount edges { score } } }', {
          query,
        });
        expect({ query, errors, data }).toEqual({
          query,
          errors: [],
          data: { search: { totalCount: expect.any(Number), edges: expect.any(Array) } },
        });
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

test('the scores of a page fall, between 1 and 0', async () => {
  const { data } = await ask('{ search(query: "鬼滅", first: 50) { totalCount edges { score } } }');
  const { edges, totalCount } = data?.['search'] as { edges: { score: number }[]; totalCount: number };
  const scores = edges.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((one, other) => other - one));
  expect(scores.filter((score) => score <= 0 || score > 1)).toEqual([]);
  expect(scores).toHaveLength(Math.min(totalCount, 50));
});

test('only the kinds that are asked for are found', async () => {
  const { data } = await ask('{ search(query: "鬼滅の刃", kinds: [FRANCHISE, SONG], first: 10) { nodes { __typename } } }');
  expect(data).toEqual({ search: { nodes: [{ __typename: 'Franchise' }] } });
});

test('a name that gives a plot away finds nothing', async () => {
  const { data } = await ask('{ search(query: "アルトリア・ペンドラゴン") { totalCount nodes { id } } }');
  expect(data).toEqual({ search: { totalCount: 0, nodes: [] } });
});

test.each(['ありえない題名のうたです', '!?', '"', '+-&&||!(){}[]^~*:\\/'])('nothing is called %s', async (query) => {
  const { data, errors } = await ask(
    'query Nothing($query: String!) { search(query: $query) { totalCount edges { score } pageInfo { hasNextPage endCursor } } }',
    { query },
  );
  expect({ data, errors }).toEqual({ data: { search: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } } }, errors: [] });
});
