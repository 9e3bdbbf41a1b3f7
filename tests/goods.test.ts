import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

/** The goods that are exactly called so. */
const goods = async (name: string, fields: string) => {
  const { data } = await ask(
    `query Goods($name: String!) { search(query: $name, kinds: [GOODS], first: 1) { nodes { ... on Goods { ${fields} } } } }`,
    { name },
  );
  return data;
};
const found = (node: unknown) => ({ search: { nodes: [node] } });

test('ねんどろいど パワー is a figure, number 1580 of its series, made by Good Smile Company', async () => {
  expect(await goods('ねんどろいど パワー', 'name { original english } kind code maker { name { english } kind }')).toEqual(
    found({
      name: { original: 'ねんどろいど パワー', english: 'Nendoroid Power' },
      kind: 'FIGURE',
      code: '1580',
      maker: { name: { english: 'Good Smile Company' }, kind: 'MAKER' },
    }),
  );
});

test('it shows パワー of チェンソーマン', async () => {
  expect(await goods('ねんどろいど パワー', 'characters { name { original } } works { title { original } medium }')).toEqual(
    found({ characters: [{ name: { original: 'パワー' } }], works: [{ title: { original: 'チェンソーマン' }, medium: 'ANIME' }] }),
  );
});

test('a price or a day of sale that nobody states is null', async () => {
  expect(await goods('figma デンジ', 'name { original } price released { iso } code')).toEqual(
    found({ name: { original: 'figma デンジ' }, price: null, released: null, code: null }),
  );
});

test('the sword of 竈門炭治郎 is a toy', async () => {
  expect(await goods('PROPLICA 日輪刀(竈門炭治郎)', 'kind characters { name { original } }')).toEqual(
    found({ kind: 'TOY', characters: [{ name: { original: '竈門炭治郎' } }] }),
  );
});

test('goods that are not there are null', async () => {
  const { data, errors } = await ask('{ goods(id: "gds_0") { id } }');
  expect({ data, errors }).toEqual({ data: { goods: null }, errors: [] });
});
