import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

test('slap bass is a technique on the bass, heard in KICK BACK', async () => {
  const { data } = await ask(`{ factors(where: {term: {in: ["Slap bass"]}}) { totalCount nodes {
    facet subFacet name { original } songs { totalCount edges { weight node { title { original } } source { key } } } artists { totalCount }
  } } }`);
  expect(data).toEqual({
    factors: {
      totalCount: 1,
      nodes: [
        {
          facet: 'featured instrument technique',
          subFacet: 'bass',
          name: { original: 'Slap bass' },
          songs: { totalCount: 1, edges: [{ weight: 1, node: { title: { original: 'KICK BACK' } }, source: { key: 'sockets-briefing-2024' } }] },
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
  ]}) { totalCount nodes { title { original } } } }`);
  expect(data).toEqual({ songs: { totalCount: 1, nodes: [{ title: { original: 'KICK BACK' } }] } });
});
