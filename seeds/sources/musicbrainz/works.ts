import type { Reading } from '../../source.js';
import { japaneseByLetters, languageByLetters } from '../languages.js';
import { toldOf } from '../toldOf.js';
import type { Artists } from './artists.js';
import { creditedIn, creditFacts, writersIn } from './credits.js';
import type { Dump } from './files.js';
import { type Work, workModel } from './models.js';
import { namesOf } from './names.js';
import type { Survey } from './survey.js';
import { idsIn } from './urls.js';

export const workRef = (id: string) => `work:${id}`;

const SPOKEN = ['Audio drama', 'Play', 'Poem', 'Prose'];

/** Compositions as songs, with who wrote them and who performed them first; `told` gets their ids. */
export async function* readWorks(dump: Dump, artists: Artists, survey: Survey, told: Set<string>): AsyncIterable<Reading> {
  for await (const line of dump.entities('work', workModel)) {
    if ('rejected' in line) {
      yield line;
      continue;
    }
    const { place, value } = line;
    const writers = writersIn(value.relations);
    const unclear = value.relations.flatMap(({ type, artist }) => (type === 'writer' && artist ? [artist] : []));
    const isOfJapan = value.languages.includes('jpn') || [...writers.map(({ artist }) => artist), ...unclear].some(({ id }) => artists.isOfJapan(id));
    if (!isOfJapan || SPOKEN.includes(value.type ?? '')) continue;
    yield* unclear.map(({ name }) => writerRejected(place, value, name));
    told.add(value.id);
    yield* creditedIn(place, writers, artists);
    const first = survey.firstBy(value.id);
    const released = first && survey.released(first, value.id);
    const language = languageOf(value);
    yield toldOf(place, {
      type: 'Song',
      record: workRef(value.id),
      ref: workRef(value.id),
      names: namesOf(value.title, value.aliases, titleLanguageOf(value)),
      ids: idsOf(value),
      fields: { ...(released && { released }), ...(language && { language }) },
      facts: [
        // The recording says the same with its order; told here, it tells which song of this name it is.
        ...(first && artists.isOfJapan(first) ? [{ type: 'PERFORMS', other: artists.refOf(first), identity: { role: 'PERFORMER' } }] : []),
        ...creditFacts(writers, artists),
      ],
    });
  }
}

const writerRejected = (place: string, { title }: Work, name: string): Reading => ({
  rejected: {
    place,
    reason: `A credit says composer, lyricist or arranger, but ${name} is the writer, who may be any; say on MusicBrainz which. That credit is left out.`,
    row: title,
  },
});

const idsOf = ({ id, iswcs, attributes, relations }: Work) => [
  { site: 'MUSICBRAINZ', value: id },
  ...iswcs.map((value) => ({ site: 'ISWC', value })),
  ...attributes.filter(({ type }) => type === 'JASRAC ID').map(({ value }) => ({ site: 'JASRAC', value })),
  ...idsIn(relations),
];

const titleLanguageOf = ({ title, languages }: Work) => (languages.includes('jpn') ? japaneseByLetters(title) : languageByLetters(title));

/** Of several languages none is the one that it is sung in; zxx is without words. ISO 639-3 has its shorter codes in BCP 47. */
function languageOf({ languages }: Work): string | undefined {
  const [only, ...others] = languages;
  return only === undefined || others.length > 0 || ['zxx', 'mul', 'qaa'].includes(only) ? undefined : Intl.getCanonicalLocales(only)[0];
}
