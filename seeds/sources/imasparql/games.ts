import type { Reading } from '../../source.js';
import { japaneseByLetters } from '../languages.js';
import { FRANCHISE } from './brands.js';
import { named } from './names.js';
import { linksOf, type Resource, textsOf } from './resources.js';
import { characterRef, charactersOf, type State } from './state.js';

/** A game, and who appears in it: each character's second record. */
export function* readGame(resource: Resource, state: State): Iterable<Reading> {
  const { key, place } = resource;
  const [start] = textsOf(resource, 'schema:datePublished');
  yield {
    place,
    told: {
      type: 'Work',
      record: `game:${key}`,
      ref: `game:${key}`,
      names: textsOf(resource, 'schema:name').flatMap((text) => named([text], 'OFFICIAL', japaneseByLetters(text))),
      ids: [{ site: 'IMASPARQL', value: key }],
      fields: { medium: 'GAME', ...(start !== undefined && { start }) },
      facts: [{ type: 'PART_OF', other: FRANCHISE }],
    },
  };
  const { known, unknown } = charactersOf(resource, linksOf(resource, 'schema:actor'), state);
  yield* unknown;
  for (const character of known) {
    yield {
      place,
      told: {
        type: 'Character',
        record: `appears:${key}/${character}`,
        ref: characterRef(character),
        names: [],
        ids: [],
        fields: {},
        facts: [{ type: 'APPEARS_IN', other: `game:${key}` }],
      },
    };
  }
}
