import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

const demonSlayer = 'work(externalId: {site: MAL, value: "38000"})';

test('鬼滅の刃 in the languages of its readers', async () => {
  const { data } = await ask(`{ ${demonSlayer} { title {
    original kana romaji english
    none: text ja: text(lang: "ja") reading: text(lang: "ja-Hrkt") latin: text(lang: "ja-Latn") en: text(lang: "en")
    hans: text(lang: "zh-Hans") hant: text(lang: "zh-Hant") ko: text(lang: "ko")
  } } }`);
  expect(data).toEqual({
    work: {
      title: {
        original: '鬼滅の刃',
        kana: 'キメツノヤイバ',
        romaji: 'Kimetsu no Yaiba',
        english: 'Demon Slayer: Kimetsu no Yaiba',
        none: '鬼滅の刃',
        ja: '鬼滅の刃',
        reading: 'キメツノヤイバ',
        latin: 'Kimetsu no Yaiba',
        en: 'Demon Slayer: Kimetsu no Yaiba',
        hans: '鬼灭之刃',
        hant: '鬼滅之刃',
        ko: '귀멸의 칼날',
      },
    },
  });
});

test('regions are read as their scripts, in any case', async () => {
  const { data } = await ask(
    '{ work(externalId: {site: MAL, value: "44511"}) { title { cn: text(lang: "zh-CN") tw: text(lang: "zh-tw") us: text(lang: "en-US") jp: text(lang: "JA-jp") kr: text(lang: "ko-KR") } } }',
  );
  expect(data).toEqual({ work: { title: { cn: '链锯人', tw: '鏈鋸人', us: 'Chainsaw Man', jp: 'チェンソーマン', kr: '체인소 맨' } } });
});

test('without a form in the language English or romaji stands in, else the original', async () => {
  const { data } = await ask(`{
    gurenge: search(query: "紅蓮華", kinds: [SONG], first: 1) { nodes { ... on Song { title { english en: text(lang: "en") ko: text(lang: "ko") fr: text(lang: "fr") } } } }
    lemon: search(query: "Lemon", kinds: [SONG], first: 1) { nodes { ... on Song { title { en: text(lang: "en") ko: text(lang: "ko") } } } }
  }`);
  expect(data).toEqual({
    gurenge: { nodes: [{ title: { english: null, en: 'Gurenge', ko: 'Gurenge', fr: 'Gurenge' } }] },
    lemon: { nodes: [{ title: { en: 'Lemon', ko: 'Lemon' } }] },
  });
});

test('all names of 米津玄師, by kind, with language and script', async () => {
  const { data } = await ask('{ artist(id: "art_j5etpjs0y8hmrw") { name { all { text kind language script spoiler } } } }');
  expect(data).toEqual({
    artist: {
      name: {
        all: [
          { text: '米津玄師', kind: 'OFFICIAL', language: 'ja', script: 'Jpan', spoiler: false },
          { text: 'ヨネヅ・ケンシ', kind: 'READING', language: 'ja', script: 'Kana', spoiler: false },
          { text: 'Yonezu Kenshi', kind: 'ROMAJI', language: 'ja', script: 'Latn', spoiler: false },
          { text: 'Yonezu Kenshi', kind: 'TRANSLATION', language: 'en', script: 'Latn', spoiler: false },
          { text: 'Kenshi Yonezu', kind: 'ALIAS', language: null, script: 'Latn', spoiler: false },
          { text: 'ハチ', kind: 'ALIAS', language: null, script: 'Kana', spoiler: false },
        ],
      },
    },
  });
});

test('the Chinese and Korean names of 鬼滅の刃 carry their scripts', async () => {
  const { data } = await ask(`{ ${demonSlayer} { title { all { text kind language script source { key } } } } }`);
  const { title } = data?.['work'] as { title: { all: { kind: string; language: string | null }[] } };
  expect(title.all.filter(({ kind, language }) => kind === 'TRANSLATION' && language !== 'en')).toEqual([
    { text: '鬼滅之刃', kind: 'TRANSLATION', language: 'zh-Hant', script: 'Hant', source: { key: 'curated' } },
    { text: '鬼灭之刃', kind: 'TRANSLATION', language: 'zh-Hans', script: 'Hans', source: { key: 'curated' } },
    { text: '귀멸의 칼날', kind: 'TRANSLATION', language: 'ko', script: 'Kore', source: { key: 'curated' } },
  ]);
});

test('who セイバー is stays hidden, unless one asks for it', async () => {
  const { data } = await ask(
    '{ search(query: "セイバー", kinds: [CHARACTER], first: 1) { nodes { ... on Character { name { all { text spoiler } spoiled: all(spoilers: true) { text spoiler } } } } } }',
  );
  const told = ['セイバー', 'セイバー', 'Saber', 'Saber'].map((text) => ({ text, spoiler: false }));
  const hidden = ['Artoria Pendragon', 'アルトリア・ペンドラゴン'].map((text) => ({ text, spoiler: true }));
  expect(data).toEqual({ search: { nodes: [{ name: { all: told, spoiled: [...told, ...hidden] } }] } });
});

test('a work that no source gives a title for goes by its id elsewhere', async () => {
  const { data } = await ask(
    '{ work(externalId: {site: ANILIST, value: "10004"}) { title { original kana romaji english text(lang: "en") all { text } } } }',
  );
  expect(data).toEqual({ work: { title: { original: 'ANILIST 10004', kana: null, romaji: null, english: null, text: 'ANILIST 10004', all: [] } } });
});

test('a title that its source has as it stood in a web page comes as it is read', async () => {
  const { data } = await ask('{ work(externalId: {site: BANGUMI, value: "37250"}) { title { original } } }');
  expect(data).toEqual({ work: { title: { original: 'NG騎士ラムネ&40 EX ビクビクトライアングル 愛の嵐大作戦' } } });
});
