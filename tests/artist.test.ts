import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

/** The artist that is exactly called so. */
const artist = async (name: string, fields: string) => {
  const { data } = await ask(
    `query Artist($name: String!) { search(query: $name, kinds: [ARTIST], first: 1) { nodes { ... on Artist { ${fields} } } } }`,
    { name },
  );
  return data;
};
const found = (node: unknown) => ({ search: { nodes: [node] } });

test('米津玄師 is a person, born on 10 March in 徳島県徳島市', async () => {
  expect(await artist('米津玄師', 'name { original } kind born { month day } formed { iso } from')).toEqual(
    found({ name: { original: '米津玄師' }, kind: 'PERSON', born: { month: 3, day: 10 }, formed: null, from: '徳島県徳島市' }),
  );
});

test('YOASOBI are Ayase and 幾田りら', async () => {
  expect(
    await artist('YOASOBI', 'kind members { member { name { original } } group { name { original } } source { key } } memberOf { group { id } }'),
  ).toEqual(
    found({
      kind: 'GROUP',
      members: [
        { member: { name: { original: 'Ayase' } }, group: { name: { original: 'YOASOBI' } }, source: { key: 'curated' } },
        { member: { name: { original: '幾田りら' } }, group: { name: { original: 'YOASOBI' } }, source: { key: 'curated' } },
      ],
      memberOf: [],
    }),
  );
});

test('Ayase belongs to YOASOBI', async () => {
  expect(await artist('Ayase', 'memberOf { group { name { original } } member { name { original } } } members { member { id } }')).toEqual(
    found({ memberOf: [{ group: { name: { original: 'YOASOBI' } }, member: { name: { original: 'Ayase' } } }], members: [] }),
  );
});

test('カレン was in ClariS from 2014 to 2024, after アリス had left', async () => {
  expect(await artist('ClariS', 'members { from { iso } to { iso } member { name { original } } }')).toEqual(
    found({
      members: [
        { from: null, to: { iso: '2014' }, member: { name: { original: 'アリス' } } },
        { from: null, to: null, member: { name: { original: 'クララ' } } },
        { from: { iso: '2014' }, to: { iso: '2024' }, member: { name: { original: 'カレン' } } },
      ],
    }),
  );
});

test('放課後ティータイム is a unit of characters, made of five voices', async () => {
  expect(await artist('放課後ティータイム', 'kind members { member { name { original } } }')).toEqual(
    found({
      kind: 'CHARACTER_UNIT',
      members: ['寿美菜子', '佐藤聡美', '竹達彩奈', '豊崎愛生', '日笠陽子'].map((original) => ({ member: { name: { original } } })),
    }),
  );
});

test('the only song on which 米津玄師 is credited as arranger is KICK BACK', async () => {
  expect(await artist('米津玄師', 'songs(roles: [ARRANGER]) { totalCount edges { roles node { title { original } } } }')).toEqual(
    found({ songs: { totalCount: 1, edges: [{ roles: ['ARRANGER'], node: { title: { original: 'KICK BACK' } } }] } }),
  );
});

test('each song is listed once, with all that the artist did for it', async () => {
  expect(await artist('米津玄師', 'songs(where: {year: {from: 2022, to: 2022}}) { totalCount edges { roles node { title { original } } } }')).toEqual(
    found({
      songs: {
        totalCount: 2,
        edges: [
          { roles: ['PERFORMER', 'LYRICIST', 'COMPOSER', 'ARRANGER'], node: { title: { original: 'KICK BACK' } } },
          { roles: ['PERFORMER', 'LYRICIST', 'COMPOSER'], node: { title: { original: 'M八七' } } },
        ],
      },
    }),
  );
});

test('dramas with a song of 米津玄師, up to 2021, by their start', async () => {
  const tieUps =
    'tieUps(where: {work: {medium: {in: [DRAMA]}}, year: {to: 2021}}, orderBy: [{field: START}]) { totalCount nodes { song { title { original } } work { title { original } } } }';
  const tieUp = (song: string, work: string) => ({ song: { title: { original: song } }, work: { title: { original: work } } });
  expect(await artist('米津玄師', tieUps)).toEqual(
    found({
      tieUps: {
        totalCount: 4,
        nodes: [tieUp('Lemon', 'アンナチュラル'), tieUp('馬と鹿', 'ノーサイド・ゲーム'), tieUp('感電', 'MIU404'), tieUp('Pale Blue', 'リコカツ')],
      },
    }),
  );
});

test('常田大希 arranged KICK BACK, but others perform it: it is no tie-up of his', async () => {
  const kickBack = '{id: {in: ["sng_xxvxzgsh01r4f5"]}}';
  expect(
    await artist(
      '常田大希',
      `songs(where: ${kickBack}) { edges { roles node { title { original } } } } tieUps(where: {song: ${kickBack}}) { totalCount nodes { id } }`,
    ),
  ).toEqual(found({ songs: { edges: [{ roles: ['ARRANGER'], node: { title: { original: 'KICK BACK' } } }] }, tieUps: { totalCount: 0, nodes: [] } }));
});

test('米津玄師 has named BUMP OF CHICKEN as an influence', async () => {
  expect(await artist('BUMP OF CHICKEN', 'influenced { artist { name { original } } by { name { original } } source { key } }')).toEqual(
    found({
      influenced: [{ artist: { name: { original: '米津玄師' } }, by: { name: { original: 'BUMP OF CHICKEN' } }, source: { key: 'curated' } }],
    }),
  );
});

test('花江夏樹 voices 竈門炭治郎 of 鬼滅の刃', async () => {
  const voices =
    'voices(where: {works: {some: {franchise: {in: ["frn_87w7havvmfxphh"]}}}}) { totalCount edges { language node { name { original } } source { key } } }';
  expect(await artist('花江夏樹', voices)).toEqual(
    found({ voices: { totalCount: 1, edges: [{ language: 'ja', node: { name: { original: '竈門炭治郎' } }, source: { key: 'curated' } }] } }),
  );
});

test('an artist that is not there is null', async () => {
  const { data, errors } = await ask('{ artist(id: "art_0") { id } }');
  expect({ data, errors }).toEqual({ data: { artist: null }, errors: [] });
});
