import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

const best = async (query: string, kinds: readonly string[]) => {
  const { data } = await ask(
    `query Best($query: String!, $kinds: [EntityKind!]) { search(query: $query, kinds: $kinds, first: 1) { edges { score matchedName { text kind } node {
      __typename
      ... on Work { called: title { original } } ... on Song { called: title { original } } ... on Artist { called: name { original } }
      ... on Character { called: name { original } } ... on Goods { called: name { original } } ... on Organization { called: name { original } }
      ... on Franchise { called: name { original } } ... on Factor { called: name { original } }
    } } } }`,
    { query, kinds },
  );
  return data;
};

const found = (kind: string, original: string, matched: string, matchedKind: string, score: number) => ({
  search: { edges: [{ score, matchedName: { text: matched, kind: matchedKind }, node: { __typename: kind, called: { original } } }] },
});

test('the exact official name scores 1', async () => {
  expect(await best('紅蓮華', ['SONG'])).toEqual(found('Song', '紅蓮華', '紅蓮華', 'OFFICIAL', 1));
});

test.each([
  ['hiragana finds the reading', 'ぐれんげ', 'グレンゲ', 'READING', 0.98],
  ['half-width kana too', 'ｸﾞﾚﾝｹﾞ', 'グレンゲ', 'READING', 0.98],
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

test('exact names come before names that begin so, those before names that hold the word', async () => {
  const { data } = await ask('{ search(query: "YUI", kinds: [ARTIST], first: 3) { edges { score matchedName { text } } } }');
  const names = ['YUI', 'YUIMETAL', 'Yui Horie'];
  expect(data).toEqual({ search: { edges: names.map((text) => ({ score: expect.any(Number), matchedName: { text } })) } });
});

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
