import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { load } from '../seeds/loader.js';
import { ensureIndexes } from '../src/graph/indexes.js';
import { type Editable, startEditable } from './support/editable.js';
import { named, source, told } from './support/smallSources.js';

jest.setTimeout(180_000);

let world: Editable;

const anime = (ref: string, title: string, kana: string, start: string, format = 'TV') =>
  told({
    type: 'Work',
    ref,
    fields: { medium: 'ANIME', format: format as 'TV', start },
    names: [...named(title), { text: kana, kind: 'READING', language: 'ja' }],
    ids: [{ site: 'MAL', value: ref }],
  });

const works = [
  anime('1', 'そらのおとしもの', 'ソラノオトシモノ', '2009-10-04'),
  anime('2', 'そらのおとしもの 2期', 'ソラノオトシモノ ニキ', '2010-10-01'),
  anime('3', 'うる星やつら', 'ウルセイヤツラ', '1981-10-14'),
  anime('4', 'うる星やつら', 'ウルセイヤツラ', '2022-10-14'),
  anime('5', 'うる星やつら オンリー・ユー', 'ウルセイヤツラ オンリー ユー', '1983-02-11', 'MOVIE'),
  anime('6', '双星の陰陽師', 'ソウセイノオンミョウジ', '2016-04-06'),
  anime('7', '陰陽師', 'オンミョウジ', '2023-11-28', 'WEB'),
];

const slug = (romaji: string) =>
  told({ type: 'Work', ref: romaji, fields: { medium: 'ANIME' }, known: { romaji }, link: 'CAREFULLY', unknown: 'ASK' });

beforeAll(async () => {
  world = await startEditable();
  await ensureIndexes(world.driver, world.database);
  const into = { driver: world.driver, database: world.database };
  await load(into, source('bangumi-data', works), '');
  await load(
    into,
    source('slugs', ['SoraNoOtoshimono', 'SoraNoOtoshimonoS2', 'UruseiYatsura', 'UruseiYatsura2022', 'SouseiNoOnmyouji', 'KimiNoNaWa'].map(slug)),
    '',
  );
});

afterAll(() => world?.stop());

test.each([
  ['SoraNoOtoshimono', '1', 'the first season is meant where no season is said'],
  ['SoraNoOtoshimonoS2', '2', 'a season is the one that says it'],
  ['UruseiYatsura', null, 'which of two of one title is asked'],
  ['UruseiYatsura2022', '4', 'a year is the year of the work'],
  ['SouseiNoOnmyouji', '6', 'part of the title is not the title'],
  ['KimiNoNaWa', null, 'what is not there is asked'],
])('%s is %s: %s', async (ref, value, _why) => {
  const { records } = await world.driver.executeQuery(
    `MATCH (record:Record {key: $key}) OPTIONAL MATCH (record)-[:TELLS_OF]->()-[:IDENTIFIED_BY]->(id:ExternalId) RETURN id.value AS value`,
    { key: `slugs ${ref}` },
    { database: world.database },
  );
  expect(records[0]?.get('value')).toBe(value);
});
