import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readFactFiles } from '../seeds/factFiles.js';
import { estimatesFolder } from '../seeds/sources/estimates.js';
import { factsFolder } from '../seeds/stamps.js';
import { executor } from './support/execute.js';

const ask = await executor();
const kickBack = 'sng_xxvxzgsh01r4f5';
const lisa = 'art_17zf4d7tvr88qj';

const { files } = readFactFiles(factsFolder);
const keysOf = (section: 'songs' | 'characters' | 'organizations' | 'campaigns') =>
  new Set(files.flatMap(({ facts }) => Object.keys(facts[section] ?? {})));
const songs = keysOf('songs');
const terms = new Map(files.flatMap(({ facts }) => Object.entries(facts.factors ?? {})));
const sheetsOf = (kind: string) =>
  readdirSync(estimatesFolder)
    .filter((file) => file.startsWith(`${kind}-`))
    .flatMap(
      (file) => Object.entries(parse(readFileSync(join(estimatesFolder, file), 'utf8')).sheets) as [string, Readonly<Record<string, number>>][],
    );
const sheets = sheetsOf('songs');

describe('estimated sheets of songs', () => {
  test('are of songs that are curated, one of each', () => {
    expect(sheets.map(([song]) => song).filter((song) => !songs.has(song))).toEqual([]);
    expect(new Set(sheets.map(([song]) => song)).size).toBe(sheets.length);
    // It has the stated one.
    expect([...songs].filter((song) => !sheets.some(([each]) => each === song))).toEqual(['kick-back']);
  });

  test('speak in terms of songs', () => {
    const others = ['Genre', 'Theme', 'Tone', 'character', 'brand', 'person'];
    const wrong = sheets.flatMap(([song, sheet]) =>
      Object.keys(sheet)
        .filter((term) => others.includes(terms.get(term)?.facet ?? 'Genre'))
        .map((term) => `${song} ${term}`),
    );
    expect(wrong).toEqual([]);
  });

  test('have the depth of the sheet of KICK BACK for more than a hundred songs, over many facets', () => {
    const deep = sheets.filter(
      ([, sheet]) => Object.keys(sheet).length >= 18 && new Set(Object.keys(sheet).map((term) => terms.get(term)?.facet)).size >= 6,
    );
    expect(deep.length).toBeGreaterThan(100);
  });
});

test.each([
  ['characters', 'characters'],
  ['brands', 'organizations'],
  ['campaigns', 'campaigns'],
] as const)('estimated sheets of %s are of such as are curated, one of each, in terms that there are', (kind, section) => {
  const [own, curated] = [sheetsOf(kind), keysOf(section)];
  expect(own.map(([key]) => key).filter((key) => !curated.has(key))).toEqual([]);
  expect(new Set(own.map(([key]) => key)).size).toBe(own.length);
  expect(own.flatMap(([, sheet]) => Object.keys(sheet)).filter((term) => !terms.has(term))).toEqual([]);
});

test('what is estimated says so; what is stated does not', async () => {
  const factors = '{ factors { weight confidence isEstimate sources { key } } }';
  const { data } = await ask(
    `{ songs(where: {artists: {some: {id: {in: ["${lisa}"]}}}}) { nodes { ... on Song ${factors} } } song(id: "${kickBack}") ${factors} }`,
  );
  const estimated = (data?.['songs'] as { nodes: { factors: object[] }[] }).nodes.flatMap((song) => song.factors);
  expect(estimated.length).toBeGreaterThan(50);
  for (const factor of estimated) expect(factor).toMatchObject({ confidence: 0.5, isEstimate: true, sources: [{ key: 'estimates' }] });
  const stated = (data?.['song'] as { factors: object[] }).factors;
  expect(stated).toHaveLength(19);
  for (const factor of stated)
    expect(factor).toMatchObject({ weight: 1, confidence: 1, isEstimate: false, sources: [{ key: 'sockets-briefing-2024' }] });
});
