import type { Mergeable } from '../ids.js';
import { orderKeysOf } from '../orderKeys.js';
import type { Properties, Value } from '../properties.js';

/** The plain fields of a thing, and whether it has an official name: a work without one goes by its id elsewhere. */
export interface Fields {
  readonly properties: Properties;
  readonly titled: boolean;
}

/**
 * The fields of the thing that is kept, with what only the other one knows: absent ones are filled, with who states them, and
 * the keys that lists are ordered by are made anew. Loading and merging go by the same rule, so that they come to the same end.
 */
export function filledFrom(type: Mergeable, keep: Fields, drop: Fields): Properties {
  const lacking = Object.keys(drop.properties).filter((name) => isField(name) && keep.properties[name] == null);
  // A season is that of a start.
  const taken = lacking.filter((name) => name !== 'season' || lacking.includes('start'));
  if (!keep.titled && drop.titled) taken.push('original');
  const fields = { ...keep.properties, ...Object.fromEntries(taken.map((name) => [name, drop.properties[name] ?? null])) };
  const statedBy = [...listIn(keep.properties), ...listIn(drop.properties).filter((stated) => taken.includes(stated.split('=')[0] ?? ''))];
  return { ...fields, ...orderKeysOf(type, fields), ...(statedBy.length > 0 && { statedBy: statedBy.sort() }) };
}

const isField = (name: string) => !['id', 'changed', 'statedBy'].includes(name) && !name.startsWith('order');

function listIn({ statedBy }: Properties): readonly string[] {
  const stated: Value | undefined = statedBy;
  return Array.isArray(stated) ? stated.map(String) : [];
}

/** The properties that differ, each as it was and as it became; null where there is none. */
export function changesBetween(before: Properties, after: Properties): Readonly<Record<string, { readonly before: Value; readonly after: Value }>> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !sameValue(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, { before: before[name] ?? null, after: after[name] ?? null }]));
}

export const sameValue = (one: Value | undefined, other: Value | undefined) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
