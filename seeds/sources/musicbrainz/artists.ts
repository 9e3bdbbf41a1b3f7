import type { Reading } from '../../source.js';
import type { NameTold } from '../../told.js';
import { dateOf } from '../dumps/dates.js';
import { japaneseByLetters, languageByLetters } from '../languages.js';
import { toldOf } from '../toldOf.js';
import type { Dump } from './files.js';
import { type Artist, artistModel, type Credited } from './models.js';
import { namesOf, romajiOf } from './names.js';
import { isInJapan, placeIn } from './places.js';
import { idsIn } from './urls.js';

/** MusicBrainz has these types; where it tells none, or Other, nobody has said what the artist is. */
const KINDS: Readonly<Record<string, string>> = {
  Person: 'PERSON',
  Group: 'GROUP',
  Orchestra: 'GROUP',
  Choir: 'GROUP',
  Character: 'CHARACTER_UNIT',
};

const VARIOUS = '89ad4ac3-39f7-470e-963a-56509c546377';

/** `[unknown]`, `[traditional]` and their like say that there is nobody to name. */
export const isSomebody = ({ id, name }: Credited): boolean => id !== VARIOUS && !/^\[.+\]$/.test(name);

/** The artists of Japan, and those who are credited beside them. */
export class Artists {
  private readonly japanese = new Set<string>();
  private readonly others = new Set<string>();

  isOfJapan(id: string): boolean {
    return this.japanese.has(id);
  }

  refOf(id: string): string {
    return `artist:${id}`;
  }

  async *read(dump: Dump): AsyncIterable<Reading> {
    for await (const line of dump.entities('artist', artistModel)) {
      if ('rejected' in line) {
        yield line;
        continue;
      }
      const { place, value } = line;
      if (!isInJapan(value)) continue;
      this.japanese.add(value.id);
      yield this.artistOf(place, value);
    }
  }

  /** A record of one who is credited, where none was told before. */
  *tell(place: string, credited: Credited): Iterable<Reading> {
    if (this.japanese.has(credited.id) || this.others.has(credited.id)) return;
    this.others.add(credited.id);
    yield this.record(place, credited, { names: namesOf(credited.name, [], languageByLetters(credited.name)), ids: [], fields: {} });
  }

  private artistOf(place: string, artist: Artist): Reading {
    const language = japaneseByLetters(artist.name);
    const from = placeIn([artist['begin-area'], artist.area]);
    return this.record(place, artist, {
      names: [...namesOf(artist.name, artist.aliases, language), ...(language === 'ja' ? romajiOf(artist) : [])],
      ids: idsIn(artist.relations),
      fields: { ...beginOf(artist), ...(from && { from }) },
    });
  }

  private record(
    place: string,
    { id, type }: Credited,
    { names, ids, fields }: { readonly names: NameTold[]; readonly ids: object[]; readonly fields: object },
  ): Reading {
    const kind = KINDS[type ?? ''];
    const ref = this.refOf(id);
    return toldOf(place, {
      type: 'Artist',
      record: ref,
      ref,
      names,
      ids: [{ site: 'MUSICBRAINZ', value: id }, ...ids],
      fields: { ...(kind && { kind }), ...fields },
      facts: [],
    });
  }
}

/** What a life span begins with depends on what lives: nobody says when a character was born, or one of whom it isn't known what it is. */
function beginOf({ type, 'life-span': span }: Artist): object {
  const begin = dateOf(span?.begin) ?? birthdayIn(span?.begin);
  if (begin === undefined) return {};
  if (type === 'Person') return { born: begin };
  return KINDS[type ?? ''] === 'GROUP' && !begin.startsWith('--') ? { formed: begin } : {};
}

/** `????-03-10` where the year is not public. */
function birthdayIn(begin: string | null | undefined): string | undefined {
  const [, day] = /^\?{4}-(\d\d-\d\d)$/.exec(begin ?? '') ?? [];
  return day && `--${day}`;
}
