import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

/** The song that is exactly called so. */
const song = async (title: string, fields: string) => {
  const { data } = await ask(
    `query Song($title: String!) { search(query: $title, kinds: [SONG], first: 1) { nodes { ... on Song { ${fields} } } } }`,
    { title },
  );
  return data;
};
const found = (node: unknown) => ({ search: { nodes: [node] } });

test('KICK BACK came out on 23 November 2022 and is sung in Japanese', async () => {
  expect(await song('KICK BACK', 'title { original kana } released { iso } language')).toEqual(
    found({ title: { original: 'KICK BACK', kana: 'キックバック' }, released: { iso: '2022-11-23' }, language: 'ja' }),
  );
});

test('米津玄師 sings, wrote and composed KICK BACK; 常田大希 arranged it with him', async () => {
  expect(await song('KICK BACK', 'artists { role creditedAs artist { name { original } } }')).toEqual(
    found({
      artists: [
        { role: 'PERFORMER', creditedAs: null, artist: { name: { original: '米津玄師' } } },
        { role: 'LYRICIST', creditedAs: null, artist: { name: { original: '米津玄師' } } },
        { role: 'COMPOSER', creditedAs: null, artist: { name: { original: '米津玄師' } } },
        { role: 'ARRANGER', creditedAs: null, artist: { name: { original: '米津玄師' } } },
        { role: 'ARRANGER', creditedAs: null, artist: { name: { original: '常田大希' } } },
      ],
    }),
  );
});

test('a credit leads back to its song and to who says so', async () => {
  expect(await song('紅蓮華', 'artists { role song { title { original } } source { key } }')).toEqual(
    found({
      artists: ['PERFORMER', 'LYRICIST', 'COMPOSER'].map((role) => ({ role, song: { title: { original: '紅蓮華' } }, source: { key: 'curated' } })),
    }),
  );
});

test('十明 is a guest on すずめ by RADWIMPS', async () => {
  expect(await song('すずめ', 'title { original } artists { role artist { name { original } } }')).toEqual(
    found({
      title: { original: 'すずめ' },
      artists: [
        { role: 'PERFORMER', artist: { name: { original: 'RADWIMPS' } } },
        { role: 'FEATURED', artist: { name: { original: '十明' } } },
        { role: 'LYRICIST', artist: { name: { original: '野田洋次郎' } } },
        { role: 'COMPOSER', artist: { name: { original: '野田洋次郎' } } },
      ],
    }),
  );
});

test('Don\'t say "lazy" is credited to 桜高軽音部, the band that is 放課後ティータイム later', async () => {
  expect(await song('Don\'t say "lazy"', 'artists { role creditedAs artist { name { original } } }')).toEqual(
    found({
      artists: [
        { role: 'PERFORMER', creditedAs: '桜高軽音部', artist: { name: { original: '放課後ティータイム' } } },
        { role: 'LYRICIST', creditedAs: null, artist: { name: { original: '大森祥子' } } },
        { role: 'COMPOSER', creditedAs: null, artist: { name: { original: '前澤寛之' } } },
      ],
    }),
  );
});

test('Lemon is the main theme of the drama アンナチュラル', async () => {
  expect(await song('Lemon', 'tieUps { totalCount nodes { kind work { title { original } medium } } }')).toEqual(
    found({ tieUps: { totalCount: 1, nodes: [{ kind: 'MAIN_THEME', work: { title: { original: 'アンナチュラル' }, medium: 'DRAMA' } }] } }),
  );
});

test('刃渡り2億センチ is an ending of チェンソーマン and an insert song of its film', async () => {
  expect(await song('刃渡り2億センチ', 'works { totalCount edges { kinds node { title { original } } } }')).toEqual(
    found({
      works: {
        totalCount: 2,
        edges: [
          { kinds: ['ENDING'], node: { title: { original: 'チェンソーマン' } } },
          { kinds: ['INSERT'], node: { title: { original: '劇場版 チェンソーマン レゼ篇' } } },
        ],
      },
    }),
  );
});

test('夜に駆ける stands fifth in Global Hits From Japan 2023, and is tied up with nothing', async () => {
  expect(await song('夜に駆ける', 'rankings { chart rank source { key } } tieUps { totalCount nodes { kind } }')).toEqual(
    found({
      rankings: [{ chart: 'Global Hits From Japan 2023', rank: 5, source: { key: 'sockets-briefing-2024' } }],
      tieUps: { totalCount: 0, nodes: [] },
    }),
  );
});

test('what KICK BACK sounds like on bass: electric, slapped', async () => {
  expect(await song('KICK BACK', 'factors(where: {subFacet: {in: ["bass"]}}) { weight factor { facet name { original } } source { key } }')).toEqual(
    found({
      factors: [
        { weight: 1, factor: { facet: 'featured instrument technique', name: { original: 'Slap bass' } }, source: { key: 'sockets-briefing-2024' } },
        { weight: 1, factor: { facet: 'featured instruments', name: { original: 'Electric bass' } }, source: { key: 'sockets-briefing-2024' } },
      ],
    }),
  );
});

test('a song that is not there is null', async () => {
  const { data, errors } = await ask('{ song(id: "sng_0") { id } }');
  expect({ data, errors }).toEqual({ data: { song: null }, errors: [] });
});
