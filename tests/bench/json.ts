/** Any JSON value: what an answer holds. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What stands at a path in an answer; null where it leads nowhere. */
export function at(json: Json, ...path: readonly (string | number)[]): Json {
  return path.reduce<Json>((value, step) => entries(value).find(([name]) => name === String(step))?.[1] ?? null, json);
}

/** Each item of the list at a path, made anew. */
export function each(json: Json, path: readonly (string | number)[], make: (item: Json) => Json): Json {
  const list = at(json, ...path);
  if (!Array.isArray(list)) throw new Error(`A list was expected at ${path.join('.')}, but there is ${JSON.stringify(list)}.`);
  return list.map(make);
}

function entries(json: Json): readonly (readonly [string, Json])[] {
  return typeof json === 'object' && json !== null ? Object.entries(json) : [];
}
