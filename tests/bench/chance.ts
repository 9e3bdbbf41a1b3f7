import { evenly, type Random, randomOf } from './random.js';

/** Numbers from 0 to 1 that decide what is drawn. */
export type Chance = Random;

/** The same for the same seed, in every run and every process. */
export const chanceFrom = (seed: number): Chance => randomOf('bench', seed);

export const below = evenly;

export function oneOf<Value>(chance: Chance, values: readonly Value[]): Value {
  const value = values[evenly(chance, values.length)];
  if (value === undefined) throw new Error('Nothing can be drawn from an empty list. Give it at least one value.');
  return value;
}

/** Each of the values with the given likelihood, in their order. */
export function some<Value>(chance: Chance, values: readonly Value[], likelihood: number): readonly Value[] {
  return values.filter(() => chance() < likelihood);
}

export function shuffled<Value>(chance: Chance, values: readonly Value[]): readonly Value[] {
  return values
    .map((value) => ({ value, at: chance() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}
