import type { Reading } from '../../source.js';
import type { FactTold, NameTold } from '../../told.js';
import { BRANDS, NO_BRAND, workOfBrand } from './brands.js';
import { named, once } from './names.js';
import { personNamed, personRef } from './persons.js';
import { linksOf, type Resource, textsOf } from './resources.js';
import { characterRef, rejected, type State } from './state.js';

const genders: ReadonlyMap<string, 'FEMALE' | 'MALE'> = new Map([
  ['female', 'FEMALE'],
  ['male', 'MALE'],
]);

/** A character with the brand it is of and whose voices it has, also former ones. */
export function* readCharacter(resource: Resource, state: State): Iterable<Reading> {
  const { key, place } = resource;
  const voices = ['imas:cv', 'imas:pastCv'].flatMap((property) => voiceOf(resource, property));
  for (const { name, wikidata } of voices) yield* personNamed(place, name, wikidata, state);
  const brands = textsOf(resource, 'imas:Brand').filter((brand) => !NO_BRAND.has(brand));
  for (const brand of brands.filter((each) => !BRANDS.has(each)))
    yield rejected(resource, `imas:Brand must be one of ${[...BRANDS.keys(), ...NO_BRAND].join(', ')}, but got ${brand}.`);
  const [birthday] = textsOf(resource, 'schema:birthDate').filter((text) => text !== 'unknown');
  const gender = genders.get(textsOf(resource, 'schema:gender')[0] ?? '');
  const names = namesOf(resource);
  yield {
    place,
    told: {
      type: 'Character',
      record: characterRef(key),
      ref: characterRef(key),
      names,
      ids: [{ site: 'IMASPARQL', value: key }],
      fields: { ...(gender && { gender }), ...(birthday && { birthday }) },
      facts: [
        ...brands.flatMap((brand): FactTold[] => {
          const told = BRANDS.get(brand);
          return told ? [{ type: 'APPEARS_IN', other: workOfBrand(told.work) }] : [];
        }),
        ...voices.map(({ name }): FactTold => ({ type: 'VOICES', other: personRef(name), identity: { language: 'ja' } })),
      ],
      ...(voices[0] && { known: { artist: voices[0].name } }),
    },
  };
  state.characters.set(key, { name: names[0]?.text ?? key });
}

/** A voice is told by name, on DBpedia and on Wikidata. */
function voiceOf(resource: Resource, property: string): readonly { readonly name: string; readonly wikidata: string | undefined }[] {
  const wikidata = linksOf(resource, property)
    .map((address) => /^http:\/\/www\.wikidata\.org\/entity\/(Q\d+)$/.exec(address)?.[1])
    .find((id) => id !== undefined);
  return textsOf(resource, property).map((name) => ({ name, wikidata }));
}

/** Whole names first; those who have none are called by what they have of one. One is told without any and has only its key. */
function namesOf(resource: Resource): NameTold[] {
  const whole = (language: string) => textsOf(resource, 'schema:name', language);
  const alternate = (language: string) => textsOf(resource, 'schema:alternateName', language);
  const pieces = (properties: readonly string[], language: string, between: string) => {
    const text = properties.flatMap((property) => textsOf(resource, property, language)).join(between);
    return text === '' ? [] : [text];
  };
  const first = (...choices: readonly (readonly string[])[]) => choices.find((choice) => choice.length > 0) ?? [];
  const labels = textsOf(resource, 'rdfs:label');
  const names = once([
    ...named(first(whole('ja'), labels, alternate('ja')), 'OFFICIAL', 'ja'),
    ...named(
      first(
        textsOf(resource, 'imas:nameKana'),
        textsOf(resource, 'imas:alternateNameKana'),
        pieces(['imas:familyNameKana', 'imas:givenNameKana'], 'ja', ''),
      ),
      'READING',
      'ja',
    ),
    ...named(first(whole('en'), alternate('en'), pieces(['schema:givenName', 'schema:familyName'], 'en', ' ')), 'TRANSLATION', 'en'),
    ...named(first(whole('ko'), alternate('ko')), 'TRANSLATION', 'ko'),
    ...named([...alternate('ja'), ...labels], 'ALIAS', 'ja'),
    ...named(textsOf(resource, 'imas:alternateNameKana'), 'READING', 'ja'),
    ...named(alternate('en'), 'ALIAS', 'en'),
    ...named(alternate('ko'), 'ALIAS', 'ko'),
  ]);
  return names.length > 0 ? names : [{ text: resource.key.replaceAll('_', ' '), kind: 'OFFICIAL', language: 'en' }];
}
