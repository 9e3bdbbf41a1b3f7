import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();
const { version } = createRequire(import.meta.url)('bangumi-data/package.json') as { version: string };

test('every source is named with its licence', async () => {
  const { data } = await ask('{ sources { key licence url } }');
  expect(data).toEqual({
    sources: [
      { key: 'arm', licence: 'MIT', url: 'https://github.com/kawaiioverflow/arm' },
      { key: 'bangumi-data', licence: 'CC-BY-4.0', url: 'https://github.com/bangumi-data/bangumi-data' },
      { key: 'bgmd', licence: 'MIT', url: 'https://github.com/yjl9903/bgmc' },
      { key: 'bgmd-tags', licence: 'MIT', url: 'https://github.com/yjl9903/bgmc' },
      { key: 'curated', licence: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      { key: 'estimates', licence: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      { key: 'sockets-briefing-2024', licence: 'facts only, no text taken', url: null },
    ],
  });
});

test('a data set is told with the version that was loaded', async () => {
  const { data } = await ask('{ sources { key version } }');
  expect(data?.['sources']).toContainEqual({ key: 'bangumi-data', version });
});

test('who states what of チェンソーマン: most is curated, the official page comes from bangumi-data', async () => {
  const { data } = await ask('{ work(externalId: {site: MAL, value: "44511"}) { provenance { field source { key licence } } } }');
  const curated = { key: 'curated', licence: 'CC0-1.0' };
  expect(data).toEqual({
    work: {
      provenance: [
        { field: 'end', source: curated },
        { field: 'format', source: curated },
        { field: 'medium', source: curated },
        { field: 'officialSite', source: { key: 'bangumi-data', licence: 'CC-BY-4.0' } },
        { field: 'start', source: curated },
      ],
    },
  });
});

test('each name and each id says where it comes from', async () => {
  const { data } = await ask(
    `{ work(externalId: {site: MAL, value: "44511"}) { title { all { text source { key } } } externalIds { site source { key } } } }`,
  );
  const { title, externalIds } = data?.['work'] as { title: { all: unknown[] }; externalIds: unknown[] };
  expect(title.all).toContainEqual({ text: '链锯人', source: { key: 'bangumi-data' } });
  expect(title.all).toContainEqual({ text: '체인소 맨', source: { key: 'curated' } });
  expect(externalIds).toContainEqual({ site: 'MAL', source: { key: 'curated' } });
  expect(externalIds).toContainEqual({ site: 'ANIDB', source: { key: 'bangumi-data' } });
  expect(externalIds).toContainEqual({ site: 'SYOBOCAL', source: { key: 'arm' } });
});

test('each fact between two things does so too', async () => {
  const { data } = await ask(`{ work(externalId: {site: MAL, value: "44511"}) {
    tieUps(first: 2) { nodes { source { key } } }
    characters(first: 1) { edges { source { key } voices { source { key } } } }
    relations { source { key } }
    franchises { source { key } }
  } }`);
  const source = { key: 'curated' };
  expect(data).toEqual({
    work: {
      tieUps: { nodes: [{ source: { key: 'sockets-briefing-2024' } }, { source }] },
      characters: { edges: [{ source, voices: [{ source }] }] },
      relations: [{ source }, { source }, { source }],
      franchises: [{ source }],
    },
  });
});

test('a work that only arm knows has nothing but ids, and says so', async () => {
  const { data } = await ask(
    '{ work(externalId: {site: ANILIST, value: "10004"}) { externalIds { site value source { key } } provenance { field source { key licence } } } }',
  );
  expect(data).toEqual({
    work: {
      externalIds: [{ site: 'ANILIST', value: '10004', source: { key: 'arm' } }],
      provenance: [{ field: 'medium', source: { key: 'arm', licence: 'MIT' } }],
    },
  });
});

test('each field names its own source: the release of KICK BACK is printed in the briefing, its language is curated', async () => {
  const { data } = await ask('{ song(id: "sng_xxvxzgsh01r4f5") { provenance { field source { key licence date { iso } } } } }');
  const source = { key: 'sockets-briefing-2024', licence: 'facts only, no text taken', date: { iso: '2024-05' } };
  expect(data).toEqual({
    song: {
      provenance: [
        { field: 'language', source: { key: 'curated', licence: 'CC0-1.0', date: null } },
        { field: 'released', source },
      ],
    },
  });
});
