import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { load, remove } from '../seeds/loader.js';
import { ensureIndexes } from '../src/graph/indexes.js';
import { type Editable, startEditable } from './support/editable.js';
import { named, source, told } from './support/smallSources.js';

jest.setTimeout(180_000);

let world: Editable;
const into = () => ({ driver: world.driver, database: world.database });
const song = (ref: string, title: string, weight: number) =>
  told({ type: 'Song', ref, names: named(title), facts: [{ type: 'EXPRESSES', other: 'Factor:sad', says: { weight } }] });
const sad = told({ type: 'Factor', ref: 'Factor:sad', fields: { facet: 'song impression' }, names: [...named('Sad', 'en'), ...named('悲しい')] });
const bring = (...songs: readonly ReturnType<typeof song>[]) => load(into(), source('own', [sad, ...songs]), '');
const two = song('Song:two', '二', 0.5);

beforeAll(async () => {
  world = await startEditable();
  await ensureIndexes(world.driver, world.database);
});
afterAll(() => world?.stop());

interface Found {
  readonly node: { readonly id: string; readonly title: { readonly text: string } };
}

/** What an answer shows that comes more than a second after whatever was done. */
async function shown(): Promise<readonly Found[]> {
  await pause(1100);
  const { data, message } = await world.ask('{ match(text: "悲しい歌", kinds: [SONG]) { node { ... on Song { id title { text } } } } }');
  expect(message).toBeUndefined();
  return data?.['match'] as unknown as readonly Found[];
}
const titles = async () => (await shown()).map(({ node }) => node.title.text);

test('what fits follows what is loaded, changed, merged and taken away', async () => {
  await bring(song('Song:one', '一', 0.9), two);
  expect(await titles()).toEqual(['一', '二']);
  await bring(song('Song:one', '一', 0.9), two, song('Song:three', '三', 1));
  expect(await titles()).toEqual(['三', '一', '二']);
  await bring(song('Song:one', '一', 0.3), two, song('Song:three', '三', 1));
  expect(await titles()).toEqual(['三', '二', '一']);
  const [third, second] = (await shown()).map(({ node }) => node.id);
  const { message } = await world.ask('mutation ($keep: ID!, $drop: ID!) { mergeEntities(keep: $keep, drop: $drop) { kept { id } } }', {
    keep: second,
    drop: third,
  });
  expect(message).toBeUndefined();
  expect((await shown()).map(({ node }) => node.id)).not.toContain(third);
  await remove(into(), 'own');
  expect(await titles()).toEqual([]);
});

test('a song that comes back is there again, and one that is withdrawn is not', async () => {
  await bring(song('Song:one', '一', 0.9), two);
  expect(await titles()).toEqual(['一', '二']);
  await bring(two);
  expect(await titles()).toEqual(['二']);
});
