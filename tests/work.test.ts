import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

const chainsawMan = 'work(externalId: {site: MAL, value: "44511"})';
const demonSlayer = 'work(externalId: {site: MAL, value: "38000"})';

test('チェンソーマン is a television anime of autumn 2022', async () => {
  const { data } = await ask(`{ ${chainsawMan} { title { original } medium format start { iso year month day } end { iso } season } }`);
  expect(data).toEqual({
    work: {
      title: { original: 'チェンソーマン' },
      medium: 'ANIME',
      format: 'TV',
      start: { iso: '2022-10-12', year: 2022, month: 10, day: 12 },
      end: { iso: '2022-12-28' },
      season: 'AUTUMN',
    },
  });
});

test('君の名は。 is a film: it has a day of release, and no end', async () => {
  const { data } = await ask(
    '{ work(externalId: {site: MAL, value: "32281"}) { title { original } medium format start { iso } end { iso } season } }',
  );
  expect(data).toEqual({
    work: { title: { original: '君の名は。' }, medium: 'ANIME', format: 'MOVIE', start: { iso: '2016-08-26' }, end: null, season: 'SUMMER' },
  });
});

test('a drama has no format: アンナチュラル', async () => {
  const { data } = await ask(
    '{ search(query: "アンナチュラル", kinds: [WORK], first: 1) { nodes { ... on Work { title { original } medium format } } } }',
  );
  expect(data).toEqual({ search: { nodes: [{ title: { original: 'アンナチュラル' }, medium: 'DRAMA', format: null }] } });
});

test('KICK BACK is the opening of チェンソーマン', async () => {
  const { data } = await ask(
    `{ ${chainsawMan} { tieUps(where: {kind: {in: [OPENING]}}) { totalCount nodes { kind song { title { original } } } } } }`,
  );
  expect(data).toEqual({ work: { tieUps: { totalCount: 1, nodes: [{ kind: 'OPENING', song: { title: { original: 'KICK BACK' } } }] } } });
});

test('チェンソーマン has an ending of its own for each of its twelve episodes', async () => {
  const { data } = await ask(
    `{ ${chainsawMan} { tieUps(where: {kind: {in: [ENDING]}}) { nodes { sequence episodes { first last } song { title { original } } } } } }`,
  );
  const endings = [
    'CHAINSAW BLOOD',
    '残機',
    '刃渡り2億センチ',
    '錠剤',
    'インザバックルーム',
    '大脳的なランデブー',
    'ちゅ、多様性。',
    'first death',
    'Deep down',
    'DOGLAND',
    'バイオレンス',
    'ファイトソング',
  ];
  const nodes = endings.map((original, index) => ({
    sequence: index + 1,
    episodes: [{ first: index + 1, last: index + 1 }],
    song: { title: { original } },
  }));
  expect(data).toEqual({ work: { tieUps: { nodes } } });
});

test('the songs of 鬼滅の刃: opening, ending, insert song, in this order', async () => {
  const { data } = await ask(`{ ${demonSlayer} { songs { edges { kinds node { title { original } } } } } }`);
  expect(data).toEqual({
    work: {
      songs: {
        edges: [
          { kinds: ['OPENING'], node: { title: { original: '紅蓮華' } } },
          { kinds: ['ENDING'], node: { title: { original: 'from the edge' } } },
          { kinds: ['INSERT'], node: { title: { original: '竈門炭治郎のうた' } } },
        ],
      },
    },
  });
});

test('the main characters of チェンソーマン come first, with their voices in it', async () => {
  const { data } = await ask(
    `{ ${chainsawMan} { characters(first: 4) { edges { role node { name { original } } voices { language artist { name { original } } } } } } }`,
  );
  const main = (original: string, voice: string) => ({
    role: 'MAIN',
    node: { name: { original } },
    voices: [{ language: 'ja', artist: { name: { original: voice } } }],
  });
  expect(data).toEqual({
    work: {
      characters: {
        edges: [main('デンジ', '戸谷菊之介'), main('早川アキ', '坂田将吾'), main('パワー', 'ファイルーズあい'), main('マキマ', '楠木ともり')],
      },
    },
  });
});

test('チェンソーマン was made from a manga, summed up, and gone on with as a film', async () => {
  const { data } = await ask(`{ ${chainsawMan} { relations { kind work { title { original } medium } source { key } } } }`);
  expect(data).toEqual({
    work: {
      relations: [
        { kind: 'ORIGINAL', work: { title: { original: 'チェンソーマン' }, medium: 'MANGA' }, source: { key: 'curated' } },
        { kind: 'SUMMARY', work: { title: { original: 'チェンソーマン 総集篇' }, medium: 'ANIME' }, source: { key: 'curated' } },
        { kind: 'SEQUEL', work: { title: { original: '劇場版 チェンソーマン レゼ篇' }, medium: 'ANIME' }, source: { key: 'curated' } },
      ],
    },
  });
});

test('told from the film, チェンソーマン is the prequel and its manga the original', async () => {
  const { data } = await ask('{ work(externalId: {site: MAL, value: "57555"}) { relations { kind work { medium title { original } } } } }');
  expect(data).toEqual({
    work: {
      relations: [
        { kind: 'ORIGINAL', work: { medium: 'MANGA', title: { original: 'チェンソーマン' } } },
        { kind: 'PREQUEL', work: { medium: 'ANIME', title: { original: 'チェンソーマン' } } },
      ],
    },
  });
});

test('MAPPA made チェンソーマン, which is part of the franchise チェンソーマン', async () => {
  const { data } = await ask(
    `{ ${chainsawMan} { studios { name { original } kind } franchises { order storyOrder franchise { name { original } } source { key } } } }`,
  );
  expect(data).toEqual({
    work: {
      studios: [{ name: { original: 'MAPPA' }, kind: 'STUDIO' }],
      franchises: [{ order: 2, storyOrder: null, franchise: { name: { original: 'チェンソーマン' } }, source: { key: 'curated' } }],
    },
  });
});

test('goods of a work show the work itself or a character in it', async () => {
  const { data } = await ask(`{ ${chainsawMan} { goods { totalCount nodes { name { original } } } } }`);
  expect(data).toEqual({
    work: {
      goods: {
        totalCount: 3,
        nodes: [{ name: { original: 'ねんどろいど デンジ' } }, { name: { original: 'ねんどろいど パワー' } }, { name: { original: 'figma デンジ' } }],
      },
    },
  });
});

test('the official page of チェンソーマン is known from bangumi-data', async () => {
  const { data } = await ask(`{ ${chainsawMan} { officialSite } }`);
  expect(data).toEqual({ work: { officialSite: 'https://chainsawman.dog/' } });
});

test('a work that is not there is null', async () => {
  const { data, errors } = await ask('{ work(id: "wrk_0") { id } }');
  expect({ data, errors }).toEqual({ data: { work: null }, errors: [] });
});
