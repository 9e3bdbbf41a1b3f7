import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

/** The franchise that is exactly called so. */
const franchise = async (name: string, fields: string) => {
  const { data } = await ask(
    `query Franchise($name: String!) { search(query: $name, kinds: [FRANCHISE], first: 1) { nodes { ... on Franchise { ${fields} } } } }`,
    { name },
  );
  return data;
};
const found = (node: unknown) => ({ search: { nodes: [node] } });

test('チェンソーマン began as a manga and went on as an anime, a summary and a film', async () => {
  expect(await franchise('チェンソーマン', 'parts { totalCount edges { order node { title { original } medium } source { key } } }')).toEqual(
    found({
      parts: {
        totalCount: 4,
        edges: [
          { order: 1, node: { title: { original: 'チェンソーマン' }, medium: 'MANGA' }, source: { key: 'curated' } },
          { order: 2, node: { title: { original: 'チェンソーマン' }, medium: 'ANIME' }, source: { key: 'curated' } },
          { order: 3, node: { title: { original: 'チェンソーマン 総集篇' }, medium: 'ANIME' }, source: { key: 'curated' } },
          { order: 4, node: { title: { original: '劇場版 チェンソーマン レゼ篇' }, medium: 'ANIME' }, source: { key: 'curated' } },
        ],
      },
    }),
  );
});

test('the television seasons of 鬼滅の刃 in order', async () => {
  expect(await franchise('鬼滅の刃', 'parts(where: {format: {in: [TV]}}) { nodes { title { original } } }')).toEqual(
    found({
      parts: {
        nodes: ['鬼滅の刃', '鬼滅の刃 無限列車編', '鬼滅の刃 遊郭編', '鬼滅の刃 刀鍛冶の里編', '鬼滅の刃 柱稽古編'].map((original) => ({
          title: { original },
        })),
      },
    }),
  );
});

test('the story of 空の境界 is told in another order than it came out in', async () => {
  expect(
    await franchise('空の境界', 'parts(where: {year: {from: 2007, to: 2009}}) { edges { order storyOrder node { title { original } } } }'),
  ).toEqual(
    found({
      parts: {
        edges: [
          { order: 2, storyOrder: 4, node: { title: { original: '劇場版 空の境界 第一章 俯瞰風景' } } },
          { order: 3, storyOrder: 1, node: { title: { original: '劇場版 空の境界 第二章 殺人考察(前)' } } },
          { order: 4, storyOrder: 3, node: { title: { original: '劇場版 空の境界 第三章 痛覚残留' } } },
          { order: 5, storyOrder: 2, node: { title: { original: '劇場版 空の境界 第四章 伽藍の洞' } } },
          { order: 6, storyOrder: 5, node: { title: { original: '劇場版 空の境界 第五章 矛盾螺旋' } } },
          { order: 7, storyOrder: 6, node: { title: { original: '劇場版 空の境界 第六章 忘却録音' } } },
          { order: 8, storyOrder: 7, node: { title: { original: '劇場版 空の境界 第七章 殺人考察(後)' } } },
        ],
      },
    }),
  );
});

test('a franchise that is not there is null', async () => {
  const { data, errors } = await ask('{ franchise(id: "frn_0") { id } }');
  expect({ data, errors }).toEqual({ data: { franchise: null }, errors: [] });
});
