import type { Reading } from '../../source.js';
import type { FactTold } from '../../told.js';
import { personNamed, personRef } from './persons.js';
import { linksOf, type Resource, textsOf } from './resources.js';
import { songPrinted } from './songTitles.js';
import { charactersOf, rejected, type State } from './state.js';

const credits = { 'schema:composer': 'COMPOSER', 'schema:lyricist': 'LYRICIST' } as const;

/** A recording with those who wrote it. It says which characters sing it, but not whose voices they had then: 萩原雪歩 has had two. */
export function* readRecording(resource: Resource, state: State): Iterable<Reading> {
  const { place } = resource;
  const [name] = textsOf(resource, 'schema:name');
  const compositions = linksOf(resource, 'schema:recordingOf').flatMap((key) => state.compositions.get(key) ?? []);
  if (name === undefined || compositions.length === 0) {
    yield rejected(resource, 'A song has a schema:name and a schema:recordingOf that MusicComposition.rdf tells of; without them it may be spoken.');
    return;
  }
  const { known, unknown } = charactersOf(resource, linksOf(resource, 'schema:byArtist'), state);
  yield* unknown;
  const written = compositions.flatMap((composition) =>
    (['schema:composer', 'schema:lyricist'] as const).flatMap((property) =>
      textsOf(composition, property).map((text) => ({ ...writer(text), role: credits[property] })),
    ),
  );
  for (const { person } of written) yield* personNamed(place, person, undefined, state);
  const [released] = textsOf(resource, 'schema:datePublished');
  yield* songPrinted(place, name, state, {
    ids: textsOf(resource, 'schema:isrcCode').map((value) => ({ site: 'ISRC', value })),
    fields: released === undefined ? {} : { released },
    facts: written.map(
      ({ person, role, creditedAs }): FactTold => ({
        type: 'PERFORMS',
        other: personRef(person),
        identity: { role },
        ...(creditedAs !== undefined && { says: { creditedAs } }),
      }),
    ),
    artist: known.map((character) => state.characters.get(character)?.name)[0],
  });
}

/** `NBGI(神前暁)` is a person with the company they wrote for. */
function writer(text: string): { readonly person: string; readonly creditedAs: string | undefined } {
  const person = /^NBGI\((.+)\)$/.exec(text)?.[1];
  return { person: person ?? text, creditedAs: person === undefined ? undefined : text };
}
