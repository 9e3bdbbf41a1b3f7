import { expect, test } from '@jest/globals';
import { holdout, kinds } from './eval/likeness/holdout.js';
import type { PlainGraph } from './eval/likeness/plainGraph.js';
import { plainRankings } from './eval/likeness/plainRankings.js';
import { measured, recallAtTen, reciprocalRank } from './eval/likeness/score.js';
import { tasksOf } from './eval/likeness/tasks.js';

const pairs = (from: string, to: string, many: number, share: number) =>
  Array.from({ length: many }, (_, n) => ({ from: `${from}${n}`, to: `${to}${n % share}` }));

/** Two hundred members of twenty groups, and so on; the first part is of two franchises. */
const facts = {
  membership: pairs('member', 'group', 200, 20),
  part: [...pairs('work', 'franchise', 200, 20), { from: 'work0', to: 'franchise1' }],
  tieUp: pairs('song', 'work', 200, 100),
  termOfSong: pairs('song', 'term', 200, 30),
  termOfWork: pairs('work', 'term', 200, 30),
};

const tenths = Array.from({ length: 10 }, (_, tenth) => holdout(facts, 1, tenth));

test('each fact is hidden in one of ten graphs, but what is of several franchises in none', () => {
  for (const kind of kinds) {
    const hidden = tenths.flatMap((tenth) => tenth.hidden[kind]);
    const held = facts[kind].filter(({ from }) => kind !== 'part' || from !== 'work0');
    expect(new Set(hidden)).toEqual(new Set(held));
    expect(hidden.length).toBe(held.length);
  }
});

test('what is hidden does not remain, and the rest does', () => {
  for (const { hidden, remaining } of tenths)
    for (const kind of kinds) expect(new Set([...hidden[kind], ...remaining[kind]])).toEqual(new Set(facts[kind]));
});

test('the same seed hides the same, another one something else', () => {
  expect(holdout(facts, 1, 3)).toEqual(tenths[3]);
  expect(holdout(facts, 2, 3).hidden.membership).not.toEqual(tenths[3]?.hidden.membership);
});

test('who is in a hidden group is asked for, and who is in another with the same member is no answer', () => {
  const membership = [
    { from: 'a', to: 'band' },
    { from: 'b', to: 'band' },
    { from: 'a', to: 'duo' },
    { from: 'c', to: 'duo' },
  ];
  const none = { part: [], tieUp: [], termOfSong: [], termOfWork: [] };
  const [hidden, ...remaining] = membership;
  const tasks = tasksOf({ hidden: { membership: hidden ? [hidden] : [], ...none }, remaining: { membership: remaining, ...none } });
  const asked = (name: string) => tasks.find((task) => task.name === name)?.questions;
  expect(asked('group of a member')).toEqual([{ of: 'a', truths: new Set(['band']), known: new Set(['duo']) }]);
  expect(asked('member of a group')).toEqual([{ of: 'band', truths: new Set(['a']), known: new Set(['b']) }]);
  expect(asked('fellow members')).toEqual([{ of: 'a', truths: new Set(['b']), known: new Set(['c']) }]);
});

/** A path 0–1–2–3, and 4 beside 1. */
const path: PlainGraph = {
  ids: ['0', '1', '2', '3', '4'],
  numberOf: new Map(),
  neighbours: [[1], [0, 2, 4], [1, 3], [2], [1]].map((each) => Int32Array.from(each)),
  ofType: () => [],
};

test('the plain rankings', () => {
  const scores = (name: string) => [...(plainRankings[name]?.(path, 0) ?? [])].map((score) => Number(score.toFixed(3)));
  expect(scores('common neighbours')).toEqual([1, 0, 1, 0, 1]);
  expect(scores('Adamic-Adar')).toEqual([0.91, 0, 0.91, 0, 0.91]);
  expect(scores('three steps')).toEqual([0, 0, 0, 0.408, 0]);
  const ranks = scores('personalised PageRank');
  expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 2);
  expect(ranks.indexOf(Math.max(...ranks))).toBe(1);
});

test('what comes back is measured by its ranks', () => {
  const outcome = { task: '', competitor: '', of: '', ranks: [2, 12], truths: 4 };
  expect(recallAtTen(outcome)).toBe(0.25);
  expect(reciprocalRank(outcome)).toBe(0.5);
  expect(reciprocalRank({ ...outcome, ranks: [] })).toBe(0);
  expect(measured([0, 1, 1, 0])).toMatchObject({ mean: 0.5, least: 0, most: 1 });
});
