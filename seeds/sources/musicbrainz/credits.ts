import type { CREDIT_ROLES } from '../../../src/graph/vocabulary.js';
import type { Reading } from '../../source.js';
import type { FactTold } from '../../told.js';
import { type Artists, isSomebody } from './artists.js';
import type { Credited, Recording, Relation } from './models.js';

interface Credit {
  readonly artist: Credited;
  readonly role: (typeof CREDIT_ROLES)[number];
  /** As it is printed. */
  readonly name: string;
}

const guests = /\b(?:feat|ft|featuring)\b/i;

/** Who performs a recording: all that stand behind a "feat." are guests. */
export function performersOf({ 'artist-credit': credit }: Recording): readonly Credit[] {
  const first = credit.findIndex(({ joinphrase }) => guests.test(joinphrase ?? ''));
  return credit
    .map(({ name, artist }, index): Credit => ({ artist, name, role: first >= 0 && index > first ? 'FEATURED' : 'PERFORMER' }))
    .filter(({ artist }) => isSomebody(artist));
}

const ROLES: Readonly<Record<string, Credit['role']>> = { lyricist: 'LYRICIST', composer: 'COMPOSER', arranger: 'ARRANGER' };

/** Who wrote or arranged it. */
export const writersIn = (relations: readonly Relation[]): readonly Credit[] =>
  relations.flatMap(({ type, artist, 'target-credit': name }) => {
    const role = ROLES[type];
    return role && artist && isSomebody(artist) ? [{ artist, role, name: name || artist.name }] : [];
  });

/** Records of those credited who were not told of before. */
export function* creditedIn(place: string, credits: readonly Credit[], artists: Artists): Iterable<Reading> {
  for (const { artist } of credits) yield* artists.tell(place, artist);
}

/** Each credit once, with its place among those of its role. */
export function creditFacts(credits: readonly Credit[], artists: Artists): FactTold[] {
  const once = [...new Map(credits.toReversed().map((credit) => [`${credit.role} ${credit.artist.id}`, credit])).values()].toReversed();
  return once.map(({ artist, role, name }, index) => ({
    type: 'PERFORMS',
    other: artists.refOf(artist.id),
    identity: { role },
    says: { order: once.slice(0, index + 1).filter((each) => each.role === role).length, ...(name !== artist.name && { creditedAs: name }) },
  }));
}
