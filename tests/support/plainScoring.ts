import type { Scored, Wanted } from '../../src/matching/postings.js';

/** What kernel.wat and postings.ts do, in the plainest way: each thing's weights by factor. */
export function plainBest(things: readonly ReadonlyMap<number, number>[], wanted: readonly Wanted[], most: number): readonly Scored[] {
  return things
    .map((weights, thing) => ({ thing, sum: wanted.reduce((sum, { factor, by }) => sum + (weights.get(factor) ?? 0) * by, 0) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum || a.thing - b.thing)
    .slice(0, most);
}
