import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { checkSheet, sheet } from '../seeds/sources/sheet.js';
import { readTold } from './support/readTold.js';

const templates = fileURLToPath(new URL('../seeds/templates/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'musubi-sheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tables = ['songs.csv', 'works.csv', 'tie-ups.csv', 'characters.csv', 'goods.csv', 'campaigns.csv'];

async function told(path: string) {
  const { told: all, rejected, totals } = await readTold(sheet, path);
  return { records: new Map(all.map((each) => [each.record, each])), rejected, things: totals.things, facts: totals.facts };
}

async function mistakesOf(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return await checkSheet(path);
}

describe('a song sheet as JSON Lines', () => {
  const path = join(templates, 'song-sheet.jsonl');

  test('the first line tells of the sheet', async () => {
    expect(await sheet.describe(path)).toEqual({ key: 'sheet:kick-back', title: 'KICK BACK, song sheet', licence: 'CC0-1.0', date: '2026-11-29' });
  });

  test('every line is a thing, and so is what only a name tells of', async () => {
    const { rejected, things, facts } = await told(path);
    expect({ rejected, things, facts }).toEqual({
      rejected: [],
      things: { Artist: 3, Work: 2, Song: 2, Character: 2, Goods: 2, Organization: 3, Factor: 2, TieUp: 1 },
      facts: { MADE_BY: 2, PERFORMS: 5, EXPRESSES: 2, USES: 1, FOR: 1, ON: 1, APPEARS_IN: 1, VOICES: 1, SHOWS: 1 },
    });
  });

  test('a song is known by its artist’s name, and credits lead to the artist’s row', async () => {
    const { records } = await told(path);
    expect(records.get('song:KICK BACK')).toEqual({
      type: 'Song',
      record: 'song:KICK BACK',
      ref: 'song:KICK BACK',
      names: [
        { text: 'KICK BACK', kind: 'OFFICIAL', language: null },
        { text: 'キックバック', kind: 'READING', language: 'ja' },
      ],
      ids: [],
      fields: { released: '2022-11-23', language: 'ja' },
      facts: [],
      known: { artist: '米津玄師' },
    });
    expect(records.get('facts:song:KICK BACK')?.facts).toEqual([
      ...['PERFORMER', 'LYRICIST', 'COMPOSER', 'ARRANGER'].map((role) => ({ type: 'PERFORMS', other: 'artist:yonezu', identity: { role } })),
      { type: 'PERFORMS', other: 'named:artist:常田大希', identity: { role: 'ARRANGER' } },
      { type: 'EXPRESSES', other: 'factor:song impression//Tense', says: { weight: 0.8 } },
      { type: 'EXPRESSES', other: 'factor:song image/sound impression/Distorted/Rough' },
    ]);
    expect(records.get('named:artist:常田大希')?.link).toBe('CAREFULLY');
  });
});

describe('tables', () => {
  test('a folder of tables is one sheet: its tie-up leads to its song and its work', async () => {
    const sheetFolder = mkdtempSync(join(folder, 'tables-'));
    for (const name of tables) copyFileSync(join(templates, name), join(sheetFolder, name));
    const { rejected, things, records } = await told(sheetFolder);
    expect({ rejected, things }).toEqual({
      rejected: [],
      things: { Artist: 3, Work: 4, Song: 3, Character: 4, Goods: 2, Organization: 4, Campaign: 2, Factor: 2, TieUp: 1, Franchise: 1 },
    });
    expect(records.get('tieUp:kick-back/チェンソーマン/OPENING/1')).toEqual({
      type: 'TieUp',
      record: 'tieUp:kick-back/チェンソーマン/OPENING/1',
      ref: 'tieUp:kick-back/チェンソーマン/OPENING/1',
      names: [],
      ids: [],
      fields: { kind: 'OPENING', sequence: 1, episodes: [1, 12], onAirFrom: '2022-10-12', onAirTo: '2022-12-28' },
      facts: [
        { type: 'USES', other: 'song:kick-back' },
        { type: 'FOR', other: 'work:チェンソーマン' },
        { type: 'ON', other: 'named:organization:テレビ東京' },
      ],
      within: ['song:kick-back', 'work:チェンソーマン'],
    });
  });

  test.each(tables)('%s can be read by itself', async (name) => {
    expect(await checkSheet(join(templates, name))).toEqual([]);
  });

  test('a sheet without words of its own is called as its file', async () => {
    expect(await sheet.describe(join(templates, 'works.csv'))).toEqual({ key: 'sheet:works', title: 'works', licence: 'not told' });
  });
});

const workColumns = 'key, title, kana, romaji, en, zh, ko, short, also, ids, medium, format, start, end, officialSite, franchise, studios, factors';

describe('what is wrong with a table is told with file, line and column', () => {
  test('a wrong column, told once', async () => {
    expect(await mistakesOf('works.csv', 'title,medum\nA,ANIME\nB,FILM\n')).toEqual([
      `works.csv:1:2: A work has the columns ${workColumns}, but got "medum"; did you mean medium?`,
    ]);
  });

  test('a wrong word', async () => {
    expect(await mistakesOf('works.csv', 'title,format\nA,MOVEI\n')).toEqual([
      'works.csv:2:2: format must be one of TV, MOVIE, OVA, WEB, SPECIAL, but got "MOVEI"; did you mean MOVIE?',
    ]);
  });

  test('a day that is in no calendar', async () => {
    expect(await mistakesOf('works.csv', 'title,start\nA,2022-02-30\n')).toEqual([
      'works.csv:2:2: start must be a date like 2022-10-12, 2022-10 or 2022, but got "2022-02-30".',
    ]);
  });

  test('a missing title', async () => {
    expect(await mistakesOf('works.csv', 'title,start\nA,2022\n,2022\n')).toEqual([
      'works.csv:3:1: A work must have a title, but this row has none; fill in title.',
    ]);
  });

  test('a quote that never closes, and one in the middle of a cell', async () => {
    expect(await mistakesOf('works.csv', 'title,start\nA "b",2022\nB,2022\n"C,2022\n')).toEqual([
      'works.csv:2: A quote inside a cell must be written "" and the whole cell stand in quotes, but this row has one without.',
      'works.csv:4: A quote that opens must close, but in this row one never does; end its cell with ", and write "" for a quote inside.',
    ]);
  });

  test('more cells than columns', async () => {
    expect(await mistakesOf('works.csv', 'title,start\nA,2022,B\n')).toEqual([
      'works.csv:2:3: A row has as many cells as the header, 2, but this one has 3; put a cell with commas in quotes.',
    ]);
  });

  test('a file whose name tells no type', async () => {
    expect(await mistakesOf('things.csv', 'title\nA\n')).toEqual([
      'things.csv: The name of a CSV file tells what its rows are: songs, works, artists, tie-ups, characters, goods, organizations or campaigns.csv, but got things.csv.',
    ]);
  });
});

describe('what is wrong with a line is told with file and line', () => {
  test('a wrong type, a missing title, a line that is no JSON, the same thing twice', async () => {
    const lines = ['{"type":"sonng","title":"A"}', '{"type":"song"}', '[1]', '{"type":"song","title":"A"}', '{"type":"song","title":"A"}'];
    expect(await mistakesOf('sheet.jsonl', lines.join('\n'))).toEqual([
      'sheet.jsonl:1: type must be one of work, song, artist, tieUp, character, goods, organization, campaign, but got "sonng"; did you mean song?',
      'sheet.jsonl:2: A song must have a title, but this row has none; fill in title.',
      "sheet.jsonl:3: A line must be one JSON object, but it can't be read: it is no object.",
      'sheet.jsonl:5: Every row tells of another thing, but song:A is told at sheet.jsonl:4 too; give one of them a key of its own.',
    ]);
  });

  test('an id on a site that is none, and a factor that weighs too much', async () => {
    const line = { type: 'song', title: 'A', ids: { MLA: 1 }, factors: [{ facet: 'mood', term: 'Tense', weight: 2 }] };
    expect(await mistakesOf('sheet.jsonl', JSON.stringify(line))).toEqual([
      'sheet.jsonl:1: ids must be ids like MAL=44511 on a known site, but got "MLA"; did you mean MAL?',
      'sheet.jsonl:1: factors must be factors like "song impression=Tense@0.8", in JSON {facet, subFacet, term, weight} with a weight from 0 to 1, but got [{"facet":"mood","term":"Tense","weight":2}].',
    ]);
  });
});
