import type { Reading } from '../../source.js';
import type { FactTold } from '../../told.js';
import { japaneseByLetters } from '../languages.js';
import { named } from './names.js';
import { linksOf, type Resource, textsOf } from './resources.js';
import { characterRef, charactersOf, type State } from './state.js';

/** A disc with its label, its catalogue number and the characters who are heard on it. */
export function* readDisc(resource: Resource, file: ReadonlyMap<string, Resource>, state: State): Iterable<Reading> {
  const { key, place } = resource;
  const { known, unknown } = charactersOf(resource, linksOf(resource, 'schema:byArtist'), state);
  yield* unknown;
  const labels = textsOf(resource, 'schema:copyrightHolder');
  for (const label of labels) yield* labelNamed(place, label, state);
  const [code] = linksOf(resource, 'schema:MusicRelease').flatMap((release) => {
    const told = file.get(release);
    return told ? textsOf(told, 'schema:catalogNumber') : [];
  });
  const [released] = textsOf(resource, 'schema:datePublished');
  yield {
    place,
    told: {
      type: 'Goods',
      record: `disc:${key}`,
      ref: `disc:${key}`,
      names: textsOf(resource, 'schema:name').flatMap((text) => named([text], 'OFFICIAL', japaneseByLetters(text))),
      ids: [{ site: 'IMASPARQL', value: key }],
      fields: { kind: 'DISC', ...(code !== undefined && { code }), ...(released !== undefined && { released }) },
      facts: [
        ...labels.map((label): FactTold => ({ type: 'MADE_BY', other: labelRef(label) })),
        ...known.map((character): FactTold => ({ type: 'SHOWS', other: characterRef(character) })),
      ],
    },
  };
}

const labelRef = (name: string) => `label:${name}`;

function* labelNamed(place: string, name: string, { organizations }: State): Iterable<Reading> {
  if (organizations.has(name)) return;
  organizations.add(name);
  yield {
    place,
    told: {
      type: 'Organization',
      record: labelRef(name),
      ref: labelRef(name),
      names: named([name], 'OFFICIAL', japaneseByLetters(name)),
      ids: [],
      fields: { kind: 'LABEL' },
      facts: [],
    },
  };
}
