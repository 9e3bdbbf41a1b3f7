import { expect, test } from '@jest/globals';
import { fold } from './eval/fold.js';
import { link } from './eval/linking.js';
import { evaluation } from './eval/sets.js';
import { slugOf } from './eval/slug.js';

const { hidden, sets, catalogue } = evaluation();
const entities = link(hidden);
const held = new Map(entities.map(({ id, told }) => [id, told.flatMap(({ names }) => names)]));
const asksOf = (name: string) => sets.find((set) => set.name === name)?.asks ?? [];

test('what a name is to be resolved to is in the graph', () => {
  const lacking = sets
    .filter(({ graph }) => graph === 'hidden')
    .flatMap(({ asks }) => asks.filter(({ truth }) => truth !== null && !held.has(truth)));
  expect(lacking).toEqual([]);
});

test('a hidden name is told of its thing by no source, in no spelling', () => {
  const told = ['alternatives', 'anilistChinese', 'songs'].flatMap((name) =>
    asksOf(name).filter(({ text, truth }) => held.get(truth ?? '')?.some((other) => fold(other.text) === fold(text))),
  );
  expect(told).toEqual([]);
});

test('no work in the graph has a name that a hidden work is asked for by', () => {
  const works = entities.filter(({ type }) => type === 'Work');
  const names = new Set(works.flatMap(({ told }) => told.flatMap((thing) => thing.names.map(({ text }) => fold(text)))));
  expect(asksOf('absent').filter(({ text }) => names.has(fold(text)))).toEqual([]);
});

test('every thing keeps a name', () => {
  const known = new Set(catalogue.things.filter(({ names }) => names.length > 0).map(({ id }) => id));
  expect([...held].filter(([id, names]) => known.has(id) && names.length === 0)).toEqual([]);
});

test('the sets are the same every time', () => {
  expect(evaluation().sets).toEqual(sets);
}, 120_000);

test('titles as AnimeThemes writes them', () => {
  const titles = ['Kyoukai no Rinne 2nd Season', 'K-On!', "Jojo's Bizarre Adventure", 'Gekijouban Bleach', 'Shirobako Movie'];
  expect(titles.map(slugOf)).toEqual(['KyoukaiNoRinneS2', 'KOn', 'JojosBizarreAdventure', 'BleachMovie', 'ShirobakoMovie']);
});
