import type { Reading } from '../../source.js';
import { japaneseByLetters } from '../languages.js';
import { once } from './names.js';
import { linksOf, type Resource, textsOf } from './resources.js';
import { characterRef, charactersOf, type State } from './state.js';

/** A unit of characters with its members. */
export function* readUnit(resource: Resource, state: State): Iterable<Reading> {
  const { key, place } = resource;
  const { known, unknown } = charactersOf(resource, linksOf(resource, 'schema:member'), state);
  yield* unknown;
  const names = once([
    ...textsOf(resource, 'schema:name').map((text) => ({ text, kind: 'OFFICIAL' as const, language: japaneseByLetters(text) })),
    ...textsOf(resource, 'imas:nameKana').map((text) => ({ text, kind: 'READING' as const, language: 'ja' })),
    ...[...textsOf(resource, 'rdfs:label'), ...textsOf(resource, 'schema:alternateName')].map((text) => ({
      text,
      kind: 'ALIAS' as const,
      language: japaneseByLetters(text),
    })),
  ]);
  yield {
    place,
    told: {
      type: 'Artist',
      record: `unit:${key}`,
      ref: `unit:${key}`,
      names,
      ids: [{ site: 'IMASPARQL', value: key }],
      fields: { kind: 'CHARACTER_UNIT' },
      facts: known.map((member) => ({ type: 'IN_UNIT', other: characterRef(member) })),
    },
  };
}
