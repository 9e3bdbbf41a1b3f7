/** Numbers from 0 up to but not including 1: always the same ones for the same seed. */
export type Random = () => number;

/** The generator that is known as mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A generator of its own for the n-th thing of a kind, so that a thing can be made without those before it. */
export function randomOf(purpose: string, n: number): Random {
  let seed = Math.imul(n, 0x9e3779b1);
  for (let index = 0; index < purpose.length; index += 1) seed = Math.imul(seed ^ purpose.charCodeAt(index), 0x01000193);
  seed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  return randomFrom(seed ^ (seed >>> 13));
}

/**
 * A whole number from 0 up to but not including `count`, skewed as in Zipf's law: the first is drawn `1 / (evenness * ln(1 + 1 / evenness))`
 * times as often as the average, however many there are. 0.01 makes that 22, 0.001 makes it 145.
 */
export function skewed(random: Random, count: number, evenness: number): number {
  const share = evenness * ((1 + 1 / evenness) ** random() - 1);
  return Math.min(count - 1, Math.floor(share * count));
}

/** The same, but those that are drawn often are scattered over the whole range. */
export function skewedAnywhere(random: Random, count: number, evenness: number): number {
  // A prime that divides no count, so that every number is reached.
  return (skewed(random, count, evenness) * 7_919 + 12_345) % count;
}

export function evenly(random: Random, count: number): number {
  return Math.floor(random() * count);
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** One of several values, each as often as its share among the shares; the shares add up to 1. */
export function oneOf<Value>(random: Random, shares: readonly (readonly [Value, number])[]): Value {
  let left = random();
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  const last = shares.at(-1);
  if (!last) throw new Error('There must be a value to choose, but the list is empty.');
  return last[0];
}
