import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

test.each([
  ['MAL', '44511'],
  ['ANILIST', '127230'],
  ['ANNICT', '7869'],
  ['ANIDB', '15914'],
  ['BANGUMI', '321885'],
  ['SYOBOCAL', '6454'],
  ['NETFLIX', '81215627'],
])('%s %s is チェンソーマン', async (site, value) => {
  const { data } = await ask('query At($id: ExternalIdInput!) { work(externalId: $id) { id title { original } medium } }', { id: { site, value } });
  expect(data).toEqual({ work: { id: 'wrk_hjy95qp21a423w', title: { original: 'チェンソーマン' }, medium: 'ANIME' } });
});

test('an id tells where to look at it', async () => {
  const { data } = await ask('{ work(externalId: {site: MAL, value: "44511"}) { externalIds { site value url } } }');
  const { externalIds } = data?.['work'] as { externalIds: { site: string }[] };
  expect(externalIds.filter(({ site }) => ['ANILIST', 'ANNICT', 'MAL', 'TMDB'].includes(site))).toEqual([
    { site: 'ANILIST', value: '127230', url: 'https://anilist.co/anime/127230' },
    { site: 'ANNICT', value: '7869', url: 'https://annict.com/works/7869' },
    { site: 'MAL', value: '44511', url: 'https://myanimelist.net/anime/44511' },
    { site: 'TMDB', value: 'tv/114410', url: 'https://www.themoviedb.org/tv/114410' },
  ]);
});

test('where TMDB counts several seasons as one, it is the earliest: ソードアート・オンライン', async () => {
  const { data } = await ask('{ work(externalId: {site: TMDB, value: "tv/45782"}) { title { original } start { iso } } }');
  expect(data).toEqual({ work: { title: { original: 'ソードアート・オンライン' }, start: { iso: '2012-07-08' } } });
});

test('ids of one site are not mixed up with those of another', async () => {
  const { data } = await ask(
    '{ mal: work(externalId: {site: MAL, value: "1"}) { title { original } } anilist: work(externalId: {site: ANILIST, value: "44511"}) { id } }',
  );
  expect(data).toEqual({ mal: { title: { original: 'カウボーイビバップ' } }, anilist: null });
});

test('an id that nobody knows is nothing', async () => {
  const { data, errors } = await ask(
    '{ work(externalId: {site: MAL, value: "0"}) { id } artist(externalId: {site: MUSICBRAINZ, value: "0"}) { id } song(externalId: {site: ISRC, value: "JPU902203036"}) { id } }',
  );
  expect({ data, errors }).toEqual({ data: { work: null, artist: null, song: null }, errors: [] });
});

test('many ids are looked up with one statement', async () => {
  const { data, statements } = await ask(`{
    a: work(externalId: {site: MAL, value: "44511"}) { title { original } }
    b: work(externalId: {site: ANILIST, value: "101922"}) { title { original } }
    c: work(externalId: {site: MAL, value: "32281"}) { title { original } }
  }`);
  expect(data).toEqual({
    a: { title: { original: 'チェンソーマン' } },
    b: { title: { original: '鬼滅の刃' } },
    c: { title: { original: '君の名は。' } },
  });
  expect(statements).toHaveLength(1);
});
