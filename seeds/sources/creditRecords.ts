import type { FactTold, Told } from '../told.js';
import type { Credit } from './credits.js';
import { nameBySpelling } from './spelling.js';

/** What the records of a source call an artist of a name. */
export const artistRef = (name: string): string => `artists/${name}`;

/** Tells of each artist once, those in a unit before it. */
export class ArtistRecords {
  private readonly told = new Set<string>();

  *of(credits: readonly Credit[]): Generator<Told> {
    for (const credit of credits) {
      for (const { name } of credit.members) yield* this.once({ name, alsoNamed: null, members: [] });
      yield* this.once(credit);
    }
  }

  private *once(credit: Pick<Credit, 'name' | 'alsoNamed' | 'members'>): Generator<Told> {
    const ref = artistRef(credit.name);
    if (this.told.has(ref)) return;
    this.told.add(ref);
    yield {
      type: 'Artist',
      record: ref,
      ref,
      names: [credit.name, ...(credit.alsoNamed === null ? [] : [credit.alsoNamed])].map(nameBySpelling),
      ids: [],
      fields: credit.members.length > 0 ? { kind: 'CHARACTER_UNIT' } : {},
      facts: credit.members.map(({ name }) => ({ type: 'MEMBER_OF', other: artistRef(name) })),
    };
  }
}

/** Who performs a song, told by its record; each once in a role. */
export function performedBy(credits: readonly Credit[]): FactTold[] {
  const facts = new Map<string, FactTold>();
  for (const [index, { name, role, creditedAs }] of credits.entries()) {
    const says = { order: index + 1, ...(creditedAs === null ? {} : { creditedAs }) };
    if (!facts.has(`${role} ${name}`)) facts.set(`${role} ${name}`, { type: 'PERFORMS', other: artistRef(name), identity: { role }, says });
  }
  return [...facts.values()];
}

/** Guests whom a title names and the artists don't: `ReawakeR (feat. Felix of Stray Kids)` by `LiSA & Felix` has none more. */
export const uncredited = (guests: readonly Credit[], credits: readonly Credit[]): readonly Credit[] =>
  guests.filter((guest) => !credits.some(({ name }) => guest.name === name || guest.name.startsWith(`${name} `)));
