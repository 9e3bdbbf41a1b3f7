import { beforeAll, expect, test } from '@jest/globals';
import { imasparql, leftOut } from '../seeds/sources/imasparql.js';
import { readTold, withData } from './support/readTold.js';

withData('imasparql', 'THE IDOLM@STER as linked data', (folder) => {
  let read: Awaited<ReturnType<typeof readTold>>;

  beforeAll(async () => {
    read = await readTold(imasparql, folder);
  }, 120_000);

  const record = (name: string) => read.told.find((each) => each.record === name);

  test('what is told, record by record and fact by fact', () => {
    expect(read.totals.things).toEqual({
      Franchise: 1,
      Work: 247,
      Artist: 1840,
      Character: 6374,
      Song: 383,
      Goods: 1858,
      Organization: 1,
      TieUp: 1448,
    });
    expect(read.totals.facts).toEqual({
      PART_OF: 247,
      APPEARS_IN: 438,
      VOICES: 311,
      PERFORMS: 14,
      SHOWS: 6582,
      MADE_BY: 1,
      WORKED_ON: 2067,
      USES: 1448,
      FOR: 1448,
      IN_UNIT: 4545,
      CALLS: 6220,
    });
  });

  test('each thing once: characters, units, costumes, lives', () => {
    const refs = (start: string) => new Set(read.told.map(({ ref }) => ref).filter((ref) => ref.startsWith(start))).size;
    expect([refs('character:'), refs('unit:'), refs('costume:'), refs('live:')]).toEqual([409, 1533, 1857, 233]);
  });

  test('what is rejected: a talk between songs, and five places that two lives have with different songs', () => {
    const twice = (place: string, titles: string) =>
      `RDFs/Lives/Live_2013.rdf SetlistNumber158_${place}: A place in a set list has one name and one imas:TuneNumber, but got ${titles}.`;
    const places = [
      twice('01', '恋のLesson初級編, 君想いBirthday, 1'),
      twice('02', 'Legend Girls!!, PRETTY DREAMER, 2'),
      twice('03', 'PRETTY DREAMER, Legend Girls!!, 3'),
      twice('04', 'FIND YOUR WIND!, ちいさな恋の足音, 4'),
      twice('05', '追憶のサンドグラス, 嘆きのFRACTION, 5'),
    ];
    expect(read.rejected).toEqual([
      'RDFs/Song.rdf トーク 「魔法をかけて!～春香・雪歩・律子～」 (Bonus Track): A song has a schema:name and a schema:recordingOf that MusicComposition.rdf tells of; without them it may be spoken.',
      ...places,
      ...places,
    ]);
  });

  test('what is left out on purpose is counted', async () => {
    const counts = await leftOut(folder);
    expect(Object.fromEntries([...counts].filter(([what]) => what.startsWith('imas:')))).toEqual({
      'imas:CinderellaRankingResult': 480,
      'imas:CinderellaVoiceIdolAudition': 6,
      'imas:Event': 58,
      'imas:Facility': 11,
      'imas:Introduction': 366,
      'imas:Production': 8,
      'imas:StageForCinderellaResult': 82,
    });
    expect(counts.get('character schema:height')).toBe(381);
  }, 120_000);

  test('no letter is taken apart', () => {
    expect(read.told.filter((each) => JSON.stringify(each).includes('\uFFFD'))).toEqual([]);
  });

  test('a character with reading, English name, birthday, brand and voice', () => {
    expect(record('character:Amami_Haruka')).toEqual({
      type: 'Character',
      record: 'character:Amami_Haruka',
      ref: 'character:Amami_Haruka',
      names: [
        { text: '天海春香', kind: 'OFFICIAL', language: 'ja' },
        { text: 'あまみはるか', kind: 'READING', language: 'ja' },
        { text: 'Haruka Amami', kind: 'TRANSLATION', language: 'en' },
      ],
      ids: [{ site: 'IMASPARQL', value: 'Amami_Haruka' }],
      fields: { gender: 'FEMALE', birthday: '--04-03' },
      facts: [
        { type: 'APPEARS_IN', other: 'brand:765AS' },
        { type: 'VOICES', other: 'person:中村繪里子', identity: { language: 'ja' } },
      ],
      known: { artist: '中村繪里子' },
    });
    expect(record('person:中村繪里子/Q911795')?.ids).toEqual([{ site: 'WIKIDATA', value: 'Q911795' }]);
  });

  test('a unit with its members', () => {
    expect(record('unit:灼熱少女')).toEqual({
      type: 'Artist',
      record: 'unit:灼熱少女',
      ref: 'unit:灼熱少女',
      names: [
        { text: '灼熱少女', kind: 'OFFICIAL', language: 'ja' },
        { text: 'ばーにんぐがーる', kind: 'READING', language: 'ja' },
      ],
      ids: [{ site: 'IMASPARQL', value: '灼熱少女' }],
      fields: { kind: 'CHARACTER_UNIT' },
      facts: ['Tanaka_Kotoha', 'Ogami_Tamaki', 'Kousaka_Umi', 'Tokoro_Megumi', 'Miyao_Miya'].map((key) => ({
        type: 'IN_UNIT',
        other: `character:${key}`,
      })),
    });
  });

  test('what 島村卯月 calls 新田美波, in two descriptions', () => {
    expect(record('call:Shimamura_Uzuki_Nitta_Minami')).toMatchObject({
      ref: 'character:Shimamura_Uzuki',
      facts: [
        { type: 'CALLS', other: 'character:Nitta_Minami', identity: { name: '美波ちゃん' } },
        { type: 'CALLS', other: 'character:Nitta_Minami', identity: { name: '美波さん' } },
      ],
    });
  });

  test('a live with its set list; a version of a song is the song', () => {
    expect(record('live:リスアニ!LIVE-3')?.fields).toEqual({ medium: 'LIVE', start: '2013-01-26', end: '2013-01-26' });
    expect(record('performance:リスアニ!LIVE-3/SetlistNumber117_06')).toEqual({
      type: 'TieUp',
      record: 'performance:リスアニ!LIVE-3/SetlistNumber117_06',
      ref: 'performance:リスアニ!LIVE-3/SetlistNumber117_06',
      names: [{ text: 'READY!!(M@STER VERSION)', kind: 'OFFICIAL', language: null }],
      ids: [],
      fields: { kind: 'EVENT', sequence: 6 },
      facts: [
        { type: 'USES', other: 'song:ready' },
        { type: 'FOR', other: 'live:リスアニ!LIVE-3' },
      ],
      within: ['song:ready', 'live:リスアニ!LIVE-3'],
    });
  });

  test('a song with those who wrote it; whose voice the character had then is not told', () => {
    expect(record('recording:First Stage_01')).toEqual({
      type: 'Song',
      record: 'recording:First Stage_01',
      ref: 'song:firststage',
      names: [{ text: 'First Stage', kind: 'OFFICIAL', language: null }],
      ids: [{ site: 'ISRC', value: 'JPCO00528790' }],
      fields: { released: '2005-09-28' },
      facts: [
        { type: 'PERFORMS', other: 'person:佐々木宏人', identity: { role: 'COMPOSER' }, says: { creditedAs: 'NBGI(佐々木宏人)' } },
        { type: 'PERFORMS', other: 'person:中村恵', identity: { role: 'LYRICIST' } },
      ],
      known: { artist: '萩原雪歩' },
    });
  });
});
