import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { animeThemes } from '../seeds/sources/animeThemes.js';
import { bangumiArchive } from '../seeds/sources/bangumiArchive.js';
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
        ids: [{ site: 'WIKIDATA', value: 'Q900001' }],
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
