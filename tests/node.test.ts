import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

const things = [
  ['Work', 'wrk_hjy95qp21a423w'],
  ['Song', 'sng_xxvxzgsh01r4f5'],
  ['Artist', 'art_j5etpjs0y8hmrw'],
  ['TieUp', 'tie_ex13p7mpqdy85w'],
  ['Character', 'chr_a59e4r69ph0c4d'],
  ['Goods', 'gds_5ptm17pyjg9s7p'],
  ['Organization', 'org_znjx2p22gzh17p'],
  ['Franchise', 'frn_w8169611tnjwg6'],
  ['Factor', 'fac_1r59s0hfvfm8q0'],
] as const;

test.each(things)('a %s is found by its id alone', async (kind, id) => {
  const { data } = await ask('query Node($id: ID!) { node(id: $id) { __typename id } }', { id });
  expect(data).toEqual({ node: { __typename: kind, id } });
});

test('ids are the same on every machine', async () => {
  const { data } = await ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id
      ... on Work { name: title { original } } ... on Song { name: title { original } } ... on Artist { name { original } }
      ... on Character { name { original } } ... on Goods { name { original } } ... on Organization { name { original } }
      ... on Franchise { name { original } } ... on Factor { name { original } } } }`,
    { ids: things.map(([, id]) => id) },
  );
  const names = (data as { nodes: { name?: { original: string } }[] }).nodes.map(({ name }) => name?.original);
  expect(names).toEqual([
    'チェンソーマン',
    'KICK BACK',
    '米津玄師',
    undefined,
    'デンジ',
    'ねんどろいど パワー',
    'テレビ東京',
    'チェンソーマン',
    'Slap bass',
  ]);
});

test('what a thing is called, whatever it is', async () => {
  const { data } = await ask(
    '{ node(id: "sng_xxvxzgsh01r4f5") { ... on Song { title { original } } ... on Work { medium } ... on Artist { kind } } }',
  );
  expect(data).toEqual({ node: { title: { original: 'KICK BACK' } } });
});

test('many at once come in the order asked', async () => {
  const ids = things.map(([, id]) => id).toReversed();
  const { data } = await ask('query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(data).toEqual({ nodes: ids.map((id) => ({ id })) });
});

test('null stands where there is nothing', async () => {
  const { data, errors } = await ask('{ nodes(ids: ["sng_0", "art_j5etpjs0y8hmrw", "wrk_0"]) { id } node(id: "gds_0") { id } }');
  expect({ data, errors }).toEqual({ data: { nodes: [null, { id: 'art_j5etpjs0y8hmrw' }, null], node: null }, errors: [] });
});

test('the same id twice is the same thing twice', async () => {
  const { data } = await ask(
    '{ nodes(ids: ["art_j5etpjs0y8hmrw", "wrk_hjy95qp21a423w", "art_j5etpjs0y8hmrw"]) { id ... on Artist { name { original } } ... on Work { title { original } } } }',
  );
  const yonezu = { id: 'art_j5etpjs0y8hmrw', name: { original: '米津玄師' } };
  expect(data).toEqual({ nodes: [yonezu, { id: 'wrk_hjy95qp21a423w', title: { original: 'チェンソーマン' } }, yonezu] });
});

test('a hundred at once are one statement', async () => {
  const { data: first } = await ask('{ songs(first: 100) { nodes { id } } }');
  const { nodes } = first?.['songs'] as { nodes: { id: string }[] };
  const { data, statements } = await ask('query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: nodes.map(({ id }) => id) });
  expect(data).toEqual({ nodes });
  expect(statements).toHaveLength(1);
});
