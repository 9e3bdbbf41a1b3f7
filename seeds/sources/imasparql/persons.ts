import type { Reading } from '../../source.js';
import { japaneseByLetters } from '../languages.js';
import type { State } from './state.js';

export const personRef = (name: string) => `person:${name}`;

/** A person, when they are named first, and once more when their Wikidata id is told later than that. */
export function* personNamed(place: string, name: string, wikidata: string | undefined, { persons }: State): Iterable<Reading> {
  if (persons.has(name) && (wikidata === undefined || persons.get(name) === wikidata)) return;
  yield {
    place,
    told: {
      type: 'Artist',
      record: wikidata === undefined ? personRef(name) : `${personRef(name)}/${wikidata}`,
      ref: personRef(name),
      names: [{ text: name, kind: 'OFFICIAL', language: japaneseByLetters(name) }],
      ids: wikidata === undefined ? [] : [{ site: 'WIKIDATA', value: wikidata }],
      fields: { kind: 'PERSON' },
      facts: [],
    },
  };
  persons.set(name, wikidata ?? persons.get(name));
}
