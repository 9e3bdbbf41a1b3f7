import type { Reading } from '../../source.js';
import { japaneseByLetters } from '../languages.js';
import { named, once } from './names.js';
import { linksOf, type Resource, textsOf } from './resources.js';
import { characterRef, charactersOf, type State } from './state.js';

/** A costume with the characters who have it. Different costumes may have one name, so none is looked for by name. */
export function* readCostume(resource: Resource, state: State): Iterable<Reading> {
  const { key, place } = resource;
  const { known, unknown } = charactersOf(resource, linksOf(resource, 'imas:Whose'), state);
  yield* unknown;
  const [name] = textsOf(resource, 'schema:name');
  yield {
    place,
    told: {
      type: 'Goods',
      record: `costume:${key}`,
      ref: `costume:${key}`,
      names: once([
        ...named(name === undefined ? [] : [name], 'OFFICIAL', japaneseByLetters(name ?? '')),
        ...textsOf(resource, 'rdfs:label').map((text) => ({ text, kind: 'ALIAS' as const, language: japaneseByLetters(text) })),
      ]),
      ids: [{ site: 'IMASPARQL', value: key }],
      fields: { kind: 'COSTUME' },
      facts: known.map((owner) => ({ type: 'SHOWS', other: characterRef(owner) })),
      link: 'BY_ID',
    },
  };
}
