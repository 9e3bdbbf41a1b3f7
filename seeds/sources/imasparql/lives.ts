import type { Reading } from '../../source.js';
import type { FactTold } from '../../told.js';
import { japaneseByLetters } from '../languages.js';
import { FRANCHISE } from './brands.js';
import { named } from './names.js';
import { personNamed, personRef } from './persons.js';
import { linksOf, type Resource, textsOf } from './resources.js';
import { songPrinted, songRef, songTitle } from './songTitles.js';
import { rejected, type State } from './state.js';

/** A live with its cast and its set list. Three are told of twice, for two days: they last from the first to the second. */
export function* readLive(resource: Resource, file: ReadonlyMap<string, Resource>, state: State): Iterable<Reading> {
  const { key, place } = resource;
  const cast = textsOf(resource, 'schema:actor');
  for (const name of cast) yield* personNamed(place, name, undefined, state);
  const start = textsOf(resource, 'schema:startDate').toSorted()[0];
  const end = textsOf(resource, 'schema:endDate').toSorted().at(-1);
  const [officialSite] = linksOf(resource, 'schema:url');
  yield {
    place,
    told: {
      type: 'Work',
      record: liveRef(key),
      ref: liveRef(key),
      names: textsOf(resource, 'schema:name').flatMap((text) => named([text], 'OFFICIAL', japaneseByLetters(text))),
      ids: [{ site: 'IMASPARQL', value: key }],
      fields: { medium: 'LIVE', ...(start && { start }), ...(end && { end }), ...(officialSite && { officialSite }) },
      facts: [
        { type: 'PART_OF', other: FRANCHISE },
        ...cast.map((name): FactTold => ({ type: 'WORKED_ON', other: personRef(name), identity: { role: 'cast' } })),
      ],
    },
  };
  for (const performance of linksOf(resource, 'imas:Performance'))
    yield* readPerformance(resource, performance, performanceOf(file, performance), state);
}

/** Where the lives of 2014 lead to SetlistNumber165_01, SetlistNubmer165_01 is told of. */
const performanceOf = (file: ReadonlyMap<string, Resource>, key: string) => file.get(key) ?? file.get(misspelt(key));

const misspelt = (key: string) => key.replace('SetlistNumber', 'SetlistNubmer');

const liveRef = (key: string) => `live:${key}`;

function* readPerformance(live: Resource, key: string, resource: Resource | undefined, state: State): Iterable<Reading> {
  if (!resource) {
    yield rejected(live, `Its set list leads to ${key}, which its file does not tell of.`);
    return;
  }
  const titles = textsOf(resource, 'schema:name');
  const numbers = textsOf(resource, 'imas:TuneNumber');
  const [title] = titles;
  const [number] = numbers;
  if (title === undefined || number === undefined || titles.length + numbers.length > 2) {
    yield rejected(resource, `A place in a set list has one name and one imas:TuneNumber, but got ${[...titles, ...numbers].join(', ') || 'none'}.`);
    return;
  }
  yield* songPrinted(resource.place, title, state, { artist: textsOf(resource, 'schema:actor')[0] });
  yield {
    place: resource.place,
    told: {
      type: 'TieUp',
      record: `performance:${live.key}/${key}`,
      ref: `performance:${live.key}/${key}`,
      names: songTitle(title).title === title ? [] : named([title], 'OFFICIAL', japaneseByLetters(title)),
      ids: [],
      fields: { kind: 'EVENT', sequence: Number(number) },
      facts: [
        { type: 'USES', other: songRef(title) },
        { type: 'FOR', other: liveRef(live.key) },
      ],
      within: [songRef(title), liveRef(live.key)],
    },
  };
}

/** Places in set lists that no live of their file leads to. */
export function* readUnled(file: ReadonlyMap<string, Resource>): Iterable<Reading> {
  const led = new Set([...file.values()].flatMap((resource) => linksOf(resource, 'imas:Performance').flatMap((key) => [key, misspelt(key)])));
  for (const [key, resource] of file) {
    if (resource.values.has('imas:TuneNumber') && !led.has(key)) yield rejected(resource, `No live of its file leads to it by imas:Performance.`);
  }
}
