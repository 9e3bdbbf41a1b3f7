import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

test('slap bass is a technique on the bass, heard in KICK BACK', async () => {
  const { data } = await ask(`{ factors(where: {term: {in: ["Slap bass"]}}) { totalCount nodes {
    facet subFacet name { original } definition inJapanese: definition(lang: "ja") artists { totalCount }
    songs(where: {id: {in: ["sng_xxvxzgsh01r4f5"]}}) { edges { weight node { title { original } } source { key } } }
  } } }`);
  expect(data).toEqual({
    factors: {
      totalCount: 1,
      nodes: [
        {
          facet: 'featured instrument technique',
          subFacet: 'bass',
          name: { original: 'Slap bass' },
          definition: expect.stringMatching(/string/),
          inJapanese: expect.stringMatching(/弦/),
          songs: { edges: [{ weight: 1, node: { title: { original: 'KICK BACK' } }, source: { key: 'sockets-briefing-2024' } }] },
          artists: { totalCount: 0 },
        },
      ],
    },
  });
});

test('the same word is two terms in two facets: a song and its lyric are each tense', async () => {
  const { data } = await ask('{ factors(where: {term: {in: ["Tense"]}}) { totalCount nodes { facet subFacet } } }');
  expect(data).toEqual({
    factors: {
      totalCount: 2,
      nodes: [
        { facet: 'song impression', subFacet: 'impression' },
        { facet: 'song impression (lyric)', subFacet: 'impression' },
      ],
    },
  });
});

test('Pops and Rock are narrower than Japanese music, as styles of artists', async () => {
  const { data } = await ask(
    `{ factors(where: {subFacet: {in: ["artist style"]}}) { nodes { name { original } broader { name { original } } narrower { name { original } } } } }`,
  );
  const japanese = { name: { original: 'Japanese music' } };
  expect(data).toEqual({
    factors: {
      nodes: [
        { name: { original: 'Ex-Vocaloid producer' }, broader: null, narrower: [] },
        { ...japanese, broader: null, narrower: [{ name: { original: 'Pops' } }, { name: { original: 'Rock' } }] },
        { name: { original: 'Pops' }, broader: japanese, narrower: [] },
        { name: { original: 'Rock' }, broader: japanese, narrower: [] },
        { name: { original: 'Utaite' }, broader: null, narrower: [] },
      ],
    },
  });
});

test('米津玄師 is a singer song writer', async () => {
  const { data } = await ask(
    '{ factors(where: {term: {in: ["Singer song writer"]}}) { nodes { artists { totalCount edges { weight node { name { original } } } } songs { totalCount } } } }',
  );
  expect(data).toEqual({
    factors: { nodes: [{ artists: { totalCount: 1, edges: [{ weight: 1, node: { name: { original: '米津玄師' } } }] }, songs: { totalCount: 0 } }] },
  });
});

test('songs with slap bass and a distorted sound that open something', async () => {
  const { data } = await ask(`{ songs(where: {AND: [
    {factors: {some: {term: {in: ["Slap bass"]}}}}, {factors: {some: {term: {in: ["Distorted/Rough"]}}}}, {tieUps: {some: {kind: {in: [OPENING]}}}}
  ]}) { nodes { title { original } factors(where: {term: {in: ["Slap bass", "Distorted/Rough"]}}) { factor { name { original } } } } } }`);
  const { nodes } = data?.['songs'] as { nodes: { title: { original: string }; factors: object[] }[] };
  expect(nodes.map(({ title }) => title.original)).toContain('KICK BACK');
  for (const { factors } of nodes) expect(factors.length).toBeGreaterThanOrEqual(2);
});

test('tense and relaxed are opposites, each by its id', async () => {
  const { data } = await ask(
    `{ factors(where: {facet: {in: ["song impression"]}, term: {in: ["Tense"]}}) { nodes { id opposites { name { original } opposites { name { original } } } } } }`,
  );
  const { nodes } = data?.['factors'] as { nodes: { id: string; opposites: object[] }[] };
  expect(nodes[0]?.opposites).toEqual([{ name: { original: 'Relaxed' }, opposites: [{ name: { original: 'Tense' } }] }]);
  expect((await ask(`{ factor(id: "${nodes[0]?.id}") { name { text(lang: "ja") } } factor0: factor(id: "fac_0") { id } }`)).data).toEqual({
    factor: { name: { text: '緊張感のある' } },
    factor0: null,
  });
});

test('tags of Bangumi say what works are about', async () => {
  const { data } = await ask(
    `{ work(externalId: {site: MAL, value: "44511"}) { factors { weight factor { facet name { original } } source { key } } } }`,
  );
  const { factors } = data?.['work'] as { factors: object[] };
  expect(factors).toContainEqual({ weight: 1, factor: { facet: 'Genre', name: { original: 'Action' } }, source: { key: 'bgmd-tags' } });
});
