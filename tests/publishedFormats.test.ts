import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { animeThemes } from '../seeds/sources/animeThemes.js';
import { bangumiArchive } from '../seeds/sources/bangumiArchive.js';
import { musicbrainz } from '../seeds/sources/musicbrainz.js';
import { wikidata } from '../seeds/sources/wikidata.js';
import { readTold } from './support/readTold.js';

const sample = (name: string) => fileURLToPath(new URL(`./samples/formats/${name}`, import.meta.url));

describe('answers of AnimeThemes', () => {
  test('an anime with the theme, the song and its artist; a theme without a song is rejected', async () => {
    const { told, rejected } = await readTold(animeThemes, sample('anime-themes.json'));
    expect(rejected).toEqual(['anime-themes.json data.animePagination[0] theme 2: A theme must have a song with a title, but this has none yet.']);
    expect(told).toEqual([
      {
        type: 'Work',
        record: 'anime:chainsaw_man',
        ref: 'anime:chainsaw_man',
        names: [{ text: 'Chainsaw Man', kind: 'ROMAJI', language: 'ja' }],
        ids: [
          { site: 'ANIMETHEMES', value: 'chainsaw_man' },
          { site: 'MAL', value: '44511' },
        ],
        fields: { medium: 'ANIME', format: 'TV' },
        facts: [],
        known: { year: 2022 },
      },
      {
        type: 'Artist',
        record: 'artist:kenshi_yonezu',
        ref: 'artist:kenshi_yonezu',
        names: [{ text: 'Kenshi Yonezu', kind: 'OFFICIAL', language: null }],
        ids: [],
        fields: {},
        facts: [],
      },
      {
        type: 'Song',
        record: 'song:10',
        ref: 'song:10',
        names: [{ text: 'KICK BACK', kind: 'OFFICIAL', language: null }],
        ids: [],
        fields: {},
        facts: [{ type: 'PERFORMS', other: 'artist:kenshi_yonezu', identity: { role: 'PERFORMER' }, says: { order: 1 } }],
        known: { artist: 'Kenshi Yonezu' },
      },
      {
        type: 'TieUp',
        record: 'theme:1/1',
        ref: 'theme:1/1',
        names: [],
        ids: [],
        fields: { kind: 'OPENING', sequence: 1, version: 1, episodes: [1, 7, 9, 12] },
        facts: [
          { type: 'USES', other: 'song:10' },
          { type: 'FOR', other: 'anime:chainsaw_man' },
        ],
        within: ['song:10', 'anime:chainsaw_man'],
      },
    ]);
  });
});

describe('the Bangumi archive', () => {
  test('a character in a work with his voice; music and what companies did are rejected', async () => {
    const { told, rejected } = await readTold(bangumiArchive, sample('bangumi-archive'));
    expect(rejected).toEqual([
      'subject.jsonlines:1: Its person 2 is told of by person.jsonlines as no artist, so what they did is left out.',
      "subject.jsonlines:2: A subject's type must be one of 1, 2, 4, 6 to be a work, but got 3; music is told by disc, not by song.",
    ]);
    expect(told.map(({ ref }) => ref)).toEqual(['person:1', 'person:2', 'person:3', 'subject:321885', 'character:7']);
    expect(told.slice(3)).toEqual([
      {
        type: 'Work',
        record: 'subject:321885',
        ref: 'subject:321885',
        names: [
          { text: 'チェンソーマン', kind: 'OFFICIAL', language: 'ja' },
          { text: '电锯人', kind: 'TRANSLATION', language: 'zh' },
        ],
        ids: [{ site: 'BANGUMI', value: '321885' }],
        fields: { medium: 'ANIME', format: 'TV', start: '2022-10-11' },
        facts: [{ type: 'WORKED_ON', other: 'person:1', identity: { role: 'bangumi 1' } }],
      },
      {
        type: 'Character',
        record: 'character:7',
        ref: 'character:7',
        names: [
          { text: 'デンジ', kind: 'OFFICIAL', language: 'ja' },
          { text: '电次', kind: 'TRANSLATION', language: 'zh' },
        ],
        ids: [],
        fields: {},
        facts: [
          { type: 'APPEARS_IN', other: 'subject:321885', says: { role: 'MAIN' } },
          { type: 'VOICES', other: 'person:3', identity: { language: 'ja' }, says: { works: ['subject:321885'] } },
        ],
      },
    ]);
  });
});

describe('a dump of Wikidata', () => {
  test('a song told before its artist leads to them all the same', async () => {
    const { told, rejected } = await readTold(wikidata, sample('wikidata.json'));
    expect(rejected).toEqual(['wikidata.json:4: P31 must lead to a kind that is read, but got none; wikidata.ts tells which are.']);
    expect(told).toEqual([
      {
        type: 'Song',
        record: 'Q900001',
        ref: 'Q900001',
        names: [{ text: 'KICK BACK', kind: 'OFFICIAL', language: 'ja' }],
        ids: [
          { site: 'WIKIDATA', value: 'Q900001' },
          { site: 'MUSICBRAINZ', value: 'b0000000-0000-4000-8000-000000000001' },
        ],
        fields: { released: '2022-11-23' },
        facts: [],
      },
      {
        type: 'Artist',
        record: 'Q900002',
        ref: 'Q900002',
        names: [
          { text: '米津玄師', kind: 'OFFICIAL', language: 'ja' },
          { text: 'ハチ', kind: 'ALIAS', language: 'ja' },
          { text: 'Kenshi Yonezu', kind: 'TRANSLATION', language: 'en' },
        ],
        ids: [{ site: 'WIKIDATA', value: 'Q900002' }],
        fields: { kind: 'PERSON' },
        facts: [],
      },
      {
        type: 'Song',
        record: 'facts:Q900001',
        ref: 'Q900001',
        names: [],
        ids: [],
        fields: {},
        facts: [{ type: 'PERFORMS', other: 'Q900002', identity: { role: 'PERFORMER' } }],
      },
    ]);
  });
});

describe('the dumps of MusicBrainz', () => {
  const dump = sample('musicbrainz');
  /** Ids of the sample: artists begin with a, works with b, recordings with c. */
  const mbid = (letter: 'a' | 'b' | 'c', number: number) => `${letter}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const artist = (number: number) => `artist:${mbid('a', number)}`;
  const work = (number: number) => `work:${mbid('b', number)}`;
  const recording = (number: number) => `recording:${mbid('c', number)}`;
  const performs = (number: number, role: string, order?: number) => ({
    type: 'PERFORMS',
    other: artist(number),
    identity: { role },
    ...(order && { says: { order } }),
  });

  test('are dated by the TIMESTAMP beside them; a folder without artists is refused', async () => {
    expect(await musicbrainz.describe(dump)).toEqual({
      key: 'musicbrainz',
      title: 'MusicBrainz',
      licence: 'CC0-1.0',
      url: 'https://musicbrainz.org',
      version: '2026-05-23',
      date: '2026-05-23',
    });
    expect(() => musicbrainz.describe(sample('bangumi-archive'))).toThrow('unpack artist.tar.xz and give its folder.');
  });

  test('of the whole world, artists of Japan are told, compositions in Japanese or by them, and recordings by them; versions are left out', async () => {
    const { told, rejected } = await readTold(musicbrainz, dump);
    expect(rejected).toEqual([
      'artist:10: name: Too small: expected string to have >=1 characters',
      'work:4: A credit says composer, lyricist or arranger, but Ayase is the writer, who may be any; say on MusicBrainz which. That credit is left out.',
      'work:8: title: Invalid input: expected string, received undefined',
      'recording:13: artist-credit: Too small: expected array to have >=1 items',
    ]);
    expect(told.map(({ record }) => record)).toEqual([
      ...[2, 1, 3, 4, 6, 7, 9, 12].map(artist),
      `members:${mbid('a', 2)}`,
      work(1),
      'work:d69ecd96-bb2c-461f-9762-29102d2b50a1',
      ...[3, 4, 5].map(work),
      artist(10),
      work(6),
      artist(5),
      ...[1, 4, 6, 7, 8].map(recording),
      artist(8),
      ...[9, 10].map(recording),
    ]);
  });

  test('an artist with names as they are read and translated; a sort name is romaji, a search hint no name', async () => {
    const { told } = await readTold(musicbrainz, dump);
    expect(told.find(({ record }) => record === artist(1))).toEqual({
      type: 'Artist',
      record: artist(1),
      ref: artist(1),
      names: [
        { text: '米津玄師', kind: 'OFFICIAL', language: 'ja' },
        { text: 'ヨネヅ ケンシ', kind: 'READING', language: 'ja' },
        { text: 'Kenshi Yonezu', kind: 'TRANSLATION', language: 'en' },
        { text: 'ハチ', kind: 'ALIAS', language: 'ja' },
        { text: 'Yonezu Kenshi', kind: 'ROMAJI', language: 'ja' },
      ],
      ids: [
        { site: 'MUSICBRAINZ', value: mbid('a', 1) },
        { site: 'WIKIDATA', value: 'Q900002' },
      ],
      fields: { kind: 'PERSON', born: '1991-03-10', from: '徳島県' },
      facts: [],
    });
    expect(told.slice(0, 12).map(({ fields }) => fields)).toEqual([
      { kind: 'GROUP', formed: '2019', from: '日本' },
      { kind: 'PERSON', born: '1991-03-10', from: '徳島県' },
      { kind: 'PERSON', born: '--04-04', from: '日本' },
      { kind: 'PERSON', born: '2000-09-25', from: '東京都' },
      { kind: 'PERSON', born: '1993-02-21', from: '大阪府' },
      { kind: 'GROUP', formed: '2016', from: '日本' },
      { kind: 'PERSON', from: '日本' },
      { kind: 'CHARACTER_UNIT', from: '日本' },
      {},
      { released: '2022-10-12', language: 'ja' },
      { released: '2018-02-12', language: 'ja' },
      { released: '2023-04-12', language: 'ja' },
    ]);
  });

  test('a group tells of its members, each once', async () => {
    const { told } = await readTold(musicbrainz, dump);
    expect(told.find(({ record }) => record.startsWith('members:'))).toMatchObject({
      ref: artist(2),
      facts: [
        { type: 'MEMBER_OF', other: artist(3), says: { from: '2019' } },
        { type: 'MEMBER_OF', other: artist(4), says: { from: '2019' } },
      ],
    });
  });

  test('a composition is a song by whoever performed it first; a cover of it is another, and what stands behind feat. is a guest', async () => {
    const { told } = await readTold(musicbrainz, dump);
    const of = (record: string) => told.find((each) => each.record === record);
    expect(of('work:d69ecd96-bb2c-461f-9762-29102d2b50a1')).toEqual({
      type: 'Song',
      record: 'work:d69ecd96-bb2c-461f-9762-29102d2b50a1',
      ref: 'work:d69ecd96-bb2c-461f-9762-29102d2b50a1',
      names: [{ text: 'Lemon', kind: 'OFFICIAL', language: null }],
      ids: [
        { site: 'MUSICBRAINZ', value: 'd69ecd96-bb2c-461f-9762-29102d2b50a1' },
        { site: 'ISWC', value: 'T-924.390.287-6' },
        { site: 'JASRAC', value: '720-5540-5' },
      ],
      fields: { released: '2018-02-12', language: 'ja' },
      facts: [performs(1, 'PERFORMER'), performs(1, 'COMPOSER', 1), performs(1, 'LYRICIST', 1)],
    });
    expect(of(work(6))).toMatchObject({
      fields: { language: 'en' },
      facts: [performs(9, 'COMPOSER', 1), performs(10, 'COMPOSER', 2), performs(9, 'LYRICIST', 1)],
    });
    expect(of(recording(1))).toEqual({
      type: 'Song',
      record: recording(1),
      ref: work(1),
      names: [],
      ids: [
        { site: 'MUSICBRAINZ', value: mbid('c', 1) },
        { site: 'ISRC', value: 'JPXX02200001' },
      ],
      fields: { released: '2022-10-12' },
      facts: [performs(1, 'PERFORMER', 1), performs(1, 'ARRANGER', 1), performs(5, 'ARRANGER', 2)],
    });
    expect([7, 8].map((number) => of(recording(number))?.ref)).toEqual([`song:${mbid('a', 1)}/${mbid('b', 5)}`, work(5)]);
    expect([9, 10].map((number) => of(recording(number)))).toMatchObject(
      [9, 10].map(() => ({
        ref: `song:${mbid('a', 7)}/lostinparadise`,
        fields: { released: '2020' },
        facts: [performs(7, 'PERFORMER', 1), performs(8, 'FEATURED', 1)],
        known: { artist: 'ALI' },
      })),
    );
  });

  describe('gzipped, as files of lines', () => {
    const folder = mkdtempSync(join(tmpdir(), 'musubi-musicbrainz-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    test('say the same; a file that breaks off is an error, not an end', async () => {
      const artists = gzipSync(readFileSync(join(dump, 'mbdump', 'artist')));
      writeFileSync(join(folder, 'artist.jsonl.gz'), artists);
      for (const entity of ['work', 'recording']) copyFileSync(join(dump, 'mbdump', entity), join(folder, entity));
      expect((await readTold(musicbrainz, folder)).told).toEqual((await readTold(musicbrainz, dump)).told);

      writeFileSync(join(folder, 'artist.jsonl.gz'), artists.subarray(0, -20));
      await expect(readTold(musicbrainz, folder)).rejects.toThrow('unexpected end of file');
    });
  });
});
