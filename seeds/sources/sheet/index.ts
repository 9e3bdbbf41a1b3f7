import type { Target } from './facts.js';

/** What the sheet tells of, by key and by name; nothing else of its rows is kept. */
export interface Index {
  /** The ref of a name in the first of the types that tells of it; a name told nowhere gets one and is new once. */
  readonly find: (name: string, types: readonly [Target, ...Target[]]) => { readonly ref: string; readonly isNew: boolean };
  /** Whether a ref is met for the first time. */
  readonly isNew: (ref: string) => boolean;
}

/** `refs`: by type and name, as in `song KICK BACK`. */
export function indexOf(refs: ReadonlyMap<string, string>): Index {
  const met = new Set<string>();
  const isNew = (ref: string) => !met.has(ref) && met.add(ref).size > 0;
  return {
    isNew,
    find: (name, types) => {
      const told = types.flatMap((type) => refs.get(`${type} ${name}`) ?? [])[0];
      const ref = told ?? `named:${types[0]}:${name}`;
      return { ref, isNew: told === undefined && isNew(ref) };
    },
  };
}
