import type { Json } from './json.js';

export interface Difference {
  readonly path: string;
  readonly one: Json;
  readonly other: Json;
}

/** The first place where two answers differ; undefined where they say the same. Numbers may differ in their last digits: sums are made in any order. */
export function difference(one: Json, other: Json, path = '$'): Difference | undefined {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length)
    return firstOf(one.map((item, index) => [item, other[index] ?? null, `${path}[${index}]`]));
  if (isObject(one) && isObject(other))
    return firstOf(
      [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [one[name] ?? null, other[name] ?? null, `${path}.${name}`]),
    );
  const same = typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < 1e-9 : one === other;
  return same ? undefined : { path, one, other };
}

function firstOf(pairs: readonly (readonly [Json, Json, string])[]): Difference | undefined {
  for (const [one, other, path] of pairs) {
    const found = difference(one, other, path);
    if (found) return found;
  }
  return undefined;
}

export function isObject(json: Json): json is { readonly [name: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
