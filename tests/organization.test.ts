import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

/** The organization that is exactly called so. */
const organization = async (name: string, fields: string) => {
  const { data } = await ask(
    `query Organization($name: String!) { search(query: $name, kinds: [ORGANIZATION], first: 1) { nodes { ... on Organization { ${fields} } } } }`,
    { name },
  );
  return data;
};
const found = (node: unknown) => ({ search: { nodes: [node] } });

test('テレビ東京 is a broadcaster, TX for short', async () => {
  expect(await organization('TX', 'name { original english } kind')).toEqual(
    found({ name: { original: 'テレビ東京', english: 'TV Tokyo' }, kind: 'BROADCASTER' }),
  );
});

test('テレビ東京 broadcast KICK BACK, of all the songs of 米津玄師', async () => {
  const tieUps =
    'tieUps(where: {artist: {id: {in: ["art_j5etpjs0y8hmrw"]}}}) { totalCount nodes { song { title { original } } work { title { original } } } }';
  expect(await organization('テレビ東京', tieUps)).toEqual(
    found({ tieUps: { totalCount: 1, nodes: [{ song: { title: { original: 'KICK BACK' } }, work: { title: { original: 'チェンソーマン' } } }] } }),
  );
});

test('ufotable is a studio; it made 鬼滅の刃 in 2019', async () => {
  expect(
    await organization(
      'ufotable',
      'kind works(where: {year: {from: 2019, to: 2019}, format: {in: [TV]}}) { nodes { title { original } } } tieUps { totalCount }',
    ),
  ).toEqual(found({ kind: 'STUDIO', works: { nodes: [{ title: { original: '鬼滅の刃' } }] }, tieUps: { totalCount: 0 } }));
});

test('a studio lists its newest works first', async () => {
  expect(await organization('ufotable', 'works(first: 3, where: {year: {to: 2019}}) { edges { node { start { iso } } } }')).toEqual(
    found({ works: { edges: ['2019-04-06', '2019-01-12', '2017-10-14'].map((iso) => ({ node: { start: { iso } } })) } }),
  );
});

test('Max Factory makes figma デンジ', async () => {
  const { data } = await ask(
    '{ search(query: "figma デンジ", kinds: [GOODS], first: 1) { nodes { ... on Goods { maker { name { english } kind goods(first: 100) { nodes { name { original } } } } } } } }',
  );
  expect(data).toMatchObject(
    found({
      maker: { name: { english: 'Max Factory' }, kind: 'MAKER', goods: { nodes: expect.arrayContaining([{ name: { original: 'figma デンジ' } }]) } },
    }),
  );
});

test('株式会社ソケット is a company, known by the forms of its name', async () => {
  expect(await organization('㈱ソケット', 'name { original all { text kind } } kind')).toEqual(
    found({
      name: {
        original: '株式会社ソケット',
        all: [
          { text: '株式会社ソケット', kind: 'OFFICIAL' },
          { text: 'カブシキガイシャソケット', kind: 'READING' },
          { text: 'Sockets Inc.', kind: 'TRANSLATION' },
          { text: 'ソケット', kind: 'ABBREVIATION' },
          { text: '㈱ソケット', kind: 'ABBREVIATION' },
          { text: 'Sockets.Inc', kind: 'ALIAS' },
          { text: 'sockets', kind: 'ALIAS' },
        ],
      },
      kind: 'COMPANY',
    }),
  );
});

test('an organization that is not there is null', async () => {
  const { data, errors } = await ask('{ organization(id: "org_0") { id } }');
  expect({ data, errors }).toEqual({ data: { organization: null }, errors: [] });
});
