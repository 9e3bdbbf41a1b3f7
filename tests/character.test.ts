import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

/** The character that is exactly called so. */
const character = async (name: string, fields: string) => {
  const { data } = await ask(
    `query Character($name: String!) { search(query: $name, kinds: [CHARACTER], first: 1) { nodes { ... on Character { ${fields} } } } }`,
    { name },
  );
  return data;
};
const found = (node: unknown) => ({ search: { nodes: [node] } });

test('デンジ is male; no day of birth of his is stated', async () => {
  expect(await character('デンジ', 'name { original kana romaji english } gender birthday { iso }')).toEqual(
    found({ name: { original: 'デンジ', kana: 'デンジ', romaji: 'Denji', english: 'Denji' }, gender: 'MALE', birthday: null }),
  );
});

test('ポチタ has no gender that anybody states', async () => {
  expect(await character('ポチタ', 'name { original } gender')).toEqual(found({ name: { original: 'ポチタ' }, gender: null }));
});

test('竈門炭治郎 was born on a 14 July', async () => {
  expect(await character('竈門炭治郎', 'birthday { iso year month day }')).toEqual(
    found({ birthday: { iso: '--07-14', year: null, month: 7, day: 14 } }),
  );
});

test('デンジ is a main character of the series, then of its film', async () => {
  expect(await character('デンジ', 'works { totalCount edges { role node { title { original } } source { key } } }')).toEqual(
    found({
      works: {
        totalCount: 2,
        edges: [
          { role: 'MAIN', node: { title: { original: 'チェンソーマン' } }, source: { key: 'curated' } },
          { role: 'MAIN', node: { title: { original: '劇場版 チェンソーマン レゼ篇' } }, source: { key: 'curated' } },
        ],
      },
    }),
  );
});

test('戸谷菊之介 voices デンジ, in Japanese', async () => {
  expect(await character('デンジ', 'voices { language artist { name { original } } character { name { original } } source { key } }')).toEqual(
    found({
      voices: [
        { language: 'ja', artist: { name: { original: '戸谷菊之介' } }, character: { name: { original: 'デンジ' } }, source: { key: 'curated' } },
      ],
    }),
  );
});

test('鉄腕アトム had another voice in 2003: only that one is told of that series', async () => {
  expect(
    await character(
      'アトム',
      'voices { artist { name { original } } } works { edges { node { start { year } } voices { artist { name { original } } } } }',
    ),
  ).toEqual(
    found({
      voices: [{ artist: { name: { original: '清水マリ' } } }, { artist: { name: { original: '津村まこと' } } }],
      works: {
        edges: [
          { node: { start: { year: 1963 } }, voices: [{ artist: { name: { original: '清水マリ' } } }] },
          { node: { start: { year: 2003 } }, voices: [{ artist: { name: { original: '津村まこと' } } }] },
        ],
      },
    }),
  );
});

test('デンジ is to be had as a ねんどろいど and as a figma', async () => {
  expect(await character('デンジ', 'goods { totalCount nodes { name { original } kind } }')).toEqual(
    found({
      goods: {
        totalCount: 2,
        nodes: [
          { name: { original: 'ねんどろいど デンジ' }, kind: 'FIGURE' },
          { name: { original: 'figma デンジ' }, kind: 'FIGURE' },
        ],
      },
    }),
  );
});

test('the characters of チェンソーマン that have goods', async () => {
  const { data } = await ask(
    '{ characters(where: {hasGoods: true, works: {some: {id: {in: ["wrk_hjy95qp21a423w"]}}}}) { totalCount nodes { name { original } } } }',
  );
  expect(data).toEqual({ characters: { totalCount: 2, nodes: [{ name: { original: 'デンジ' } }, { name: { original: 'パワー' } }] } });
});

test('a character that is not there is null', async () => {
  const { data, errors } = await ask('{ character(id: "chr_0") { id } }');
  expect({ data, errors }).toEqual({ data: { character: null }, errors: [] });
});
