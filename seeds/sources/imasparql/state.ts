import type { Reading } from '../../source.js';
import type { Resource } from './resources.js';

/** What later things need of earlier ones. */
export interface State {
  readonly characters: Map<string, Character>;
  readonly units: Set<string>;
  /** Names of the persons told of, each with the Wikidata id that was told last. */
  readonly persons: Map<string, string | undefined>;
  readonly compositions: Map<string, Resource>;
  /** By folded title, the spellings told of. */
  readonly songs: Map<string, Set<string>>;
  readonly organizations: Set<string>;
}

interface Character {
  readonly name: string;
}

export const emptyState = (): State => ({
  characters: new Map(),
  units: new Set(),
  persons: new Map(),
  compositions: new Map(),
  songs: new Map(),
  organizations: new Set(),
});

export const rejected = ({ place, key }: Resource, reason: string): Reading => ({ rejected: { place, reason, row: key } });

export const characterRef = (key: string) => `character:${key}`;

/** The keys that lead to characters told of; for each other one a rejected row. */
export function charactersOf(
  resource: Resource,
  keys: readonly string[],
  { characters }: State,
): { readonly known: readonly string[]; readonly unknown: readonly Reading[] } {
  return {
    known: keys.filter((key) => characters.has(key)),
    unknown: keys
      .filter((key) => !characters.has(key))
      .map((key) =>
        rejected(resource, `It leads to ${key}, which no file read before tells of as a character; the file of that character is missing.`),
      ),
  };
}
