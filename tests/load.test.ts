import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { curatedFacts } from '../seeds/facts.js';
import { loadInTurn } from '../seeds/inTurn.js';
import { dataOf, loadDefault } from '../seeds/load.js';
import { Loader } from '../seeds/loader.js';
import { unheard } from '../seeds/reading/reached.js';
import type { DataSource } from '../seeds/source.js';
import { factsFolder } from '../seeds/stamps.js';
import type { Statements } from '../seeds/statements.js';
import { part } from './support/curatedPart.js';
import { type Editable, startEditable } from './support/editable.js';
import { named, source, told } from './support/smallSources.js';

jest.setTimeout(180_000);

const curated = part(curatedFacts(factsFolder), 1500);

let world: Editable;
let whole: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await startEditable();
  await load(curated);
  whole = await world.held('with guesses');
});

afterAll(() => world?.stop());

test('what is loaded already is not loaded again', async () => {
  const reported: string[] = [];
  await load(curated, (line) => reported.push(line));
  expect(reported).toEqual([]);
});

test('what is no longer said is withdrawn, and comes back the same when it is said again', async () => {
  await load(withoutTieUps(curated));
  expect(await world.held()).not.toHaveProperty('TieUp');
  await load(curated);
  expect(await world.held('with guesses')).toEqual(whole);
});

test('a load that is cut off half-way is completed by the next', async () => {
  await world.driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: world.database });
  await expect(load(curated, cutOff)).rejects.toThrow('cut off');
  const half = await world.held('with guesses');
  expect(Object.keys(half).length).toBeGreaterThan(0);
  expect(half).not.toEqual(whole);
  await load(curated);
  expect(await world.held('with guesses')).toEqual(whole);
});

test('what a load that was cut off has left is done at once, but where sources follow, which go on in the graph as it was', async () => {
  const given = data(curated);
  await new Loader(world).bring(work('madb', 'カイバ'), '');
  const left = await touched();
  expect(left).toBeGreaterThan(0);
  await loadDefault(world.driver, world.database, () => {}, given, { follow: true });
  expect(await touched()).toBe(left);
  await loadDefault(world.driver, world.database, () => {}, given);
  expect(await touched()).toBe(0);
});

test('between sources what follows is done, but not before one that was cut off is in: the rest of it is linked in the graph of its first part', async () => {
  const seen: number[] = [];
  const [first, second] = [work('turn-first', '一番目'), work('turn-second', '二番目')];
  const looking: DataSource = {
    ...second,
    async *read(path) {
      seen.push(await touched());
      yield* second.read(path, unheard);
    },
  };
  const turns = [first, looking].map((each) => ({ source: each, path: '', options: {} }));
  const inTurn = () => loadInTurn(world, turns, { isIn: () => false, onLoaded: () => {} });
  await inTurn();
  const failing: DataSource = { ...second, read: failingRead };
  await expect(new Loader(world).bring(failing, '')).rejects.toThrow('cut off');
  await new Loader(world, { partial: true }).bring(work('turn-second', '三番目'), '');
  const left = await touched();
  expect(left).toBeGreaterThan(0);
  await inTurn();
  expect(seen).toEqual([0, left]);
  expect(await touched()).toBe(0);
});

// biome-ignore lint/correctness/useYield: it fails before there is anything.
function* failingRead(): Generator<never> {
  throw new Error('cut off');
}

const touched = async () => (await world.driver.executeQuery('MATCH (thing:Touched) RETURN thing', {}, world)).records.length;

const work = (key: string, name: string) => source(key, [told({ type: 'Work', ref: name, names: named(name) })]);

const load = (statements: Statements, report: (line: string) => void = () => {}) =>
  loadDefault(world.driver, world.database, report, data(statements));

const data = (statements: Statements) => dataOf([statements], `${statements.things.length} ${statements.facts.length}`);

/** Ends the load when the first source is in. */
function cutOff(line: string): void {
  if (line.startsWith('curated:')) throw new Error('cut off');
}

/** The same without tie-ups and what is said of them. */
function withoutTieUps({ sources, things, facts }: Statements): Statements {
  const is = (ref: string) => ref.startsWith('TieUp:');
  return { sources, things: things.filter(({ type }) => type !== 'TieUp'), facts: facts.filter(({ from, to }) => !is(from) && !is(to)) };
}
