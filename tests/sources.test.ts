import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { anilistChinese } from '../seeds/sources/anilistChinese.js';
import { animeAwards } from '../seeds/sources/animeAwards.js';
import { annictTitles } from '../seeds/sources/annictTitles.js';
import { bgmdFactors } from '../seeds/sources/bgmdFactors.js';
import { bgmdTags } from '../seeds/sources/bgmdTags.js';
import { type Credit, creditsOf, guestsInTitle } from '../seeds/sources/credits.js';
import { lasercutSongs } from '../seeds/sources/lasercutSongs.js';
import { videoSlugOf } from '../seeds/sources/videoSlug.js';
import type { Told } from '../seeds/told.js';
import { creditSample } from './samples/credits.js';
import { slugSample } from './samples/slugs.js';
import { dataFolder, readTold, withData } from './support/readTold.js';

withData('annict-titles', 'annict-titles', (path) => {
  test('every row is a work; ids of MyAnimeList that several rows share are left out', async () => {
    const { told, totals } = await readTold(annictTitles, path);
    expect(totals).toEqual({ unusable: 391, invalid: [], things: { Work: 17_560 }, facts: {} });
    expect(told[0]).toEqual({
      type: 'Work',
      record: 'works/1',
      ref: 'works/1',
      names: [{ text: 'サムライ7', kind: 'OFFICIAL', language: 'ja' }],
      ids: [
        { site: 'ANNICT', value: '1' },
        { site: 'MAL', value: '166' },
        { site: 'SYOBOCAL', value: '399' },
      ],
      fields: { medium: 'ANIME', format: 'TV', start: '2004-04' },
      facts: [],
      known: { year: 2004 },
      link: 'CAREFULLY',
    });
  });
});

withData('anilist-chinese', 'anilist-chinese', (path) => {
  test('every row with a name is a work; a title without Han is no translation', async () => {
    const { told, totals } = await readTold(anilistChinese, path);
    expect(totals).toEqual({ unusable: 6, invalid: [], things: { Work: 8492 }, facts: {} });
    const namesOf = (id: string) => told.find(({ ref }) => ref === `anime/${id}`)?.names;
    expect(namesOf('6')).toEqual([
      { text: 'Trigun', kind: 'ALIAS', language: null },
      { text: '槍神Trigun', kind: 'ALIAS', language: 'zh-Hant' },
    ]);
    expect(namesOf('20')).toEqual([{ text: '火影忍者', kind: 'TRANSLATION', language: 'zh' }]);
    expect(namesOf('1')).toEqual([{ text: '星際牛仔', kind: 'TRANSLATION', language: 'zh-Hant' }]);
  });
});

withData('lasercut-songs', 'lasercut-songs', (path) => {
  let read: Awaited<ReturnType<typeof readTold>>;

  beforeAll(async () => {
    read = await readTold(lasercutSongs, path);
  }, 60_000);

  test('every row is a song; 77 name no work', async () => {
    const { totals } = read;
    expect(totals).toEqual({
      unusable: 77,
      invalid: [],
      things: { Work: 1585, Song: 4111, TieUp: 4167, Artist: 845 },
      facts: { USES: 4167, FOR: 4167, PERFORMS: 2960 },
    });
  });

  test('one song with several uses, four songs of a title', async () => {
    const { told } = read;
    const uses = (song: string) =>
      told.filter(({ type, facts }) => type === 'TieUp' && facts.some(({ other }) => other === song)).map(({ ref }) => ref);
    expect(uses('songs/Uchuu Senkan Yamato by Isao Sasaki')).toEqual([
      'songs/Uchuu Senkan Yamato by Isao Sasaki | slugs/UchuuSenkanYamato | OPENING | 1',
      'songs/Uchuu Senkan Yamato by Isao Sasaki | slugs/UchuuSenkanYamato2205 | OPENING | 1',
    ]);
    expect(told.filter(({ type, names }) => type === 'Song' && names[0]?.text === 'Reason').map(({ ref }) => ref)).toEqual([
      'songs/Reason in slugs/UchuuNoKishiTekkamanBlade',
      'songs/Reason in slugs/Wz',
      'songs/Reason in slugs/xxxHOLiC',
      'songs/Reason in slugs/GundamSeedDestinyHD',
    ]);
  });

  test('a slug that several films share leaves it to the song which of them is meant', async () => {
    const { told } = read;
    const named = told.filter(({ type, names }) => type === 'Work' && names.some(({ text }) => text.startsWith('K: Seven Stories')));
    expect(named.map(({ known }) => known ?? null)).toEqual([null, null, null, null, null, null]);
    expect(told.find(({ ref }) => ref === 'slugs/MadokaMagicaEien')?.names.map(({ text }) => text)).toEqual([
      'Mahou Shoujo Madoka★Magica Movie 2: Eien no Monogatari',
    ]);
  });
});

withData('anime-awards', 'anime-awards', (path) => {
  let read: Awaited<ReturnType<typeof readTold>>;

  beforeAll(async () => {
    read = await readTold(animeAwards, path);
  }, 60_000);

  test('works with staff, casts, studios and songs', async () => {
    const { told, totals } = read;
    expect(totals).toEqual({
      unusable: 3,
      invalid: [],
      things: { Artist: 2027, Organization: 137, Work: 225, Character: 2102, Song: 295, TieUp: 296 },
      facts: { WORKED_ON: 1153, MADE_BY: 232, APPEARS_IN: 2102, VOICES: 2083, PERFORMS: 325, USES: 296, FOR: 296 },
    });
    expect(told.find(({ ref }) => ref === 'characters/61886/세로')).toEqual({
      type: 'Character',
      record: 'characters/61886/세로',
      ref: 'characters/61886/세로',
      names: [{ text: '세로', kind: 'TRANSLATION', language: 'ko' }],
      ids: [],
      fields: { gender: 'MALE' },
      facts: [
        { type: 'APPEARS_IN', other: 'works/61886' },
        { type: 'VOICES', other: 'artists/토키 슌이치', identity: { language: 'ja' }, says: { works: ['works/61886'] } },
      ],
      within: ['works/61886'],
      known: { artist: '토키 슌이치' },
    });
  });

  test('a character who is credited sings with the voice of its actor', async () => {
    const { told } = read;
    expect(told.find(({ ref }) => ref === 'songs/측정하고 싶은 호감도 by 치토세 마리카')?.facts).toEqual([
      { type: 'PERFORMS', other: 'artists/우치다 마아야', identity: { role: 'PERFORMER' }, says: { order: 1, creditedAs: '치토세 마리카' } },
    ]);
  });

  (existsSync(dataFolder('annict-titles')) ? test : test.skip)(
    'its ids are those of MyAnimeList: annict-titles has nearly all of them as such',
    async () => {
      const works = read.told.filter(({ type }) => type === 'Work');
      const known = new Set((await readTold(annictTitles, dataFolder('annict-titles'))).told.flatMap(malIds));
      const ids = works.flatMap(malIds);
      expect(ids.filter((id) => known.has(id)).length / ids.length).toBeGreaterThan(0.95);
    },
  );
});

const malIds = ({ ids }: Told) => ids.flatMap(({ site, value }) => (site === 'MAL' ? [value] : []));

describe('the tags of bgmd', () => {
  test('say moods, themes and genres of most works', async () => {
    const { totals } = await readTold(bgmdTags, '');
    expect(totals).toEqual({
      unusable: 0,
      invalid: [],
      things: { Factor: bgmdFactors.length, Work: expect.any(Number) },
      facts: { EXPRESSES: expect.any(Number) },
    });
    expect(totals.things['Work']).toBeGreaterThanOrEqual(6000);
    expect(totals.facts['EXPRESSES']).toBeGreaterThanOrEqual(24_000);
  });

  test('each stands at one term, and no two terms have a name or key in common', () => {
    for (const texts of [bgmdFactors.flatMap(({ tags }) => tags), bgmdFactors.map(({ en }) => en), bgmdFactors.map(({ key }) => key)]) {
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    }
  });
});

const inWords = ({ role, name, alsoNamed, creditedAs }: Credit) =>
  `${role === 'FEATURED' ? 'feat ' : ''}${name}${alsoNamed ? ` = ${alsoNamed}` : ''}${creditedAs ? ` as "${creditedAs}"` : ''}`;

describe('who performs', () => {
  test.each(creditSample)('%s', (text, says) => {
    expect(creditsOf(text).map(inWords)).toEqual(says);
  });

  test.each([
    ['×××HOLiC', ['×××HOLiC']],
    ['Awich × ALI', ['Awich', 'ALI']],
    ['Kishida Kyoudan & The Akeboshi Rockets', ['Kishida Kyoudan & The Akeboshi Rockets']],
    ['TOMORROW X TOGETHER & SawanoHiroyuki[nZk]', ['TOMORROW X TOGETHER', 'SawanoHiroyuki[nZk]']],
    ['Round Table featuring Nino', ['Round Table', 'feat Nino']],
    ['LiSA (feat. X & Y)', ['LiSA', 'feat X', 'feat Y']],
    ['*(Asterisk)', ['*(Asterisk)']],
    ['yukaDD(;´∀｀)', ['yukaDD(;´∀｀)']],
  ])('%s', (text, says) => {
    expect(creditsOf(text).map(inWords)).toEqual(says);
  });

  test('someone who sings as a character is credited as such', () => {
    expect(creditsOf('平沢唯(CV.豊崎愛生)、秋山澪（CV：日笠陽子）')).toEqual([
      { name: '豊崎愛生', alsoNamed: null, role: 'PERFORMER', creditedAs: '平沢唯(CV.豊崎愛生)', character: '平沢唯', members: [] },
      { name: '日笠陽子', alsoNamed: null, role: 'PERFORMER', creditedAs: '秋山澪（CV：日笠陽子）', character: '秋山澪', members: [] },
    ]);
  });

  test.each([
    ['Houkago Tea Time (CV: Aki Toyosaki, Yoko Hikasa)', [null, null]],
    ['Houkago Tea Time [Aki Toyosaki, Yoko Hikasa]', [null, null]],
    ['Houkago Tea Time [Yui (CV: Aki Toyosaki), Mio (CV: Yoko Hikasa)]', ['Yui', 'Mio']],
    ['Houkago Tea Time (Yui (CV: Aki Toyosaki), Mio (CV: Yoko Hikasa))', ['Yui', 'Mio']],
  ])('a unit of characters has those who sing in it as members: %s', (text, [first, second]) => {
    expect(creditsOf(text)).toEqual([
      {
        name: 'Houkago Tea Time',
        alsoNamed: null,
        role: 'PERFORMER',
        creditedAs: text,
        character: null,
        members: [
          { name: 'Aki Toyosaki', character: first },
          { name: 'Yoko Hikasa', character: second },
        ],
      },
    ]);
  });

  test('guests are told apart from the title that names them', () => {
    const { title, guests } = guestsInTitle('LOST IN PARADISE feat. AKLO');
    expect([title, guests.map(inWords)]).toEqual(['LOST IN PARADISE', ['feat AKLO']]);
  });
});

describe('what the name of a video tells', () => {
  test.each(slugSample)('%s', (slug, work, kind, sequence, version, variant) => {
    expect(videoSlugOf(`https://v.animethemes.moe/${slug}.webm`)).toEqual({ work, kind, sequence, version, variant, isDub: variant === 'EN' });
  });

  test('a dub counts its openings by itself, and is of the same work', () => {
    expect(videoSlugOf('https://v.animethemes.moe/PokemonBestWishesS2Dub-OP2.webm')).toMatchObject({ work: 'PokemonBestWishesS2', isDub: true });
  });

  test('an address elsewhere tells nothing', () => {
    expect(videoSlugOf('https://www.youtube.com/watch?v=d7IwP_xDObU')).toBeNull();
  });
});
