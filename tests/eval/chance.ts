import { randomOf } from '../bench/random.js';

/** A number from 0 up to but not including 1 that is always the same for this purpose and this key, whatever else there is. */
export const drawn = (purpose: string, key: string) => randomOf(`${purpose} ${key}`, 0)();

/** One of the values, always the same one; undefined of none. */
export const oneDrawn = <Value>(values: readonly Value[], purpose: string, key: string): Value | undefined =>
  values[Math.floor(drawn(purpose, key) * values.length)];

/** At most so many of the values, in an order by chance that is always the same. */
export function sample<Value>(values: readonly Value[], size: number, purpose: string, keyOf: (value: Value) => string): readonly Value[] {
  const keyed = values.map((value, index) => ({ value, order: drawn(purpose, `${keyOf(value)} ${index}`) }));
  return keyed
    .sort((one, other) => one.order - other.order)
    .slice(0, size)
    .map(({ value }) => value);
}
