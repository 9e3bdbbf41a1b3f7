import type { Ask, EvalSet } from './ask.js';
import { sample } from './chance.js';
import { type Resolution, resolve } from './resolving.js';

export interface Outcome {
  readonly ask: Ask;
  readonly resolution: Resolution;
}

/** A set asked once, with the years told or without. */
export interface Run {
  readonly set: string;
  readonly withYear: boolean;
  readonly outcomes: readonly Outcome[];
  readonly seconds: number;
}

const batch = 200;

/** Asks a sample of a set without years, then again those with a known year, and tells it. */
export async function bothRuns(set: EvalSet, size: number, origin: string): Promise<readonly Run[]> {
  const asks = sample(set.asks, size, set.name, ({ text, truth }) => `${text} ${truth}`);
  const dated = asks.filter(({ year }) => year !== undefined);
  const undated = await runOf(set, asks.map(withoutYear), origin);
  return dated.length === 0 ? [undated] : [undated, await runOf(set, dated, origin)];
}

/** A server that has just started is not yet as fast as it gets: it is asked some names of each set. */
export async function warmUp(sets: readonly EvalSet[], origin: string): Promise<void> {
  const some = Math.ceil(batch / sets.length);
  for (const set of sets) await runOf(set, set.asks.slice(0, some), origin);
}

const withoutYear = ({ year: _, ...ask }: Ask): Ask => ask;

/** One batch after the other. */
async function runOf({ name, kind }: EvalSet, asks: readonly Ask[], origin: string): Promise<Run> {
  const resolutions: Resolution[] = [];
  const start = performance.now();
  for (let first = 0; first < asks.length; first += batch) {
    const questions = asks.slice(first, first + batch).map((ask) => ({ ...ask, kind: ask.kind ?? kind }));
    resolutions.push(...(await resolve(origin, questions)));
  }
  const seconds = (performance.now() - start) / 1000;
  const outcomes = asks.flatMap((ask, index) => (resolutions[index] ? [{ ask, resolution: resolutions[index] }] : []));
  return { set: name, withYear: asks.some(({ year }) => year !== undefined), outcomes, seconds };
}
