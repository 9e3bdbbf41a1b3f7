import type { Properties } from '../properties.js';

/** One relationship of a thing, seen from the thing. */
export interface SeenFact {
  readonly type: string;
  /** Whether it leads away from the thing. */
  readonly out: boolean;
  /** The id or the key of what is at the other end. */
  readonly other: string;
  readonly properties: Properties;
  /** The name at the other end, where it is one. */
  readonly name?: Properties | null | undefined;
}

/** The properties that tell facts of one type between the same two things apart; of all other types there is one fact at most. */
export const identities: Readonly<Record<string, readonly string[]>> = {
  PERFORMS: ['role'],
  WORKED_ON: ['role'],
  VOICES: ['language'],
  CALLS: ['name'],
  RELATES_TO: ['kind'],
  RANKED_IN: ['rank'],
};

/** Two facts of one thing that have this in common say the same. Each thing has name nodes of its own, so they are told by what they say. */
export function saidBy({ type, out, other, properties, name }: SeenFact): string {
  const end = name ? ['kind', 'language', 'text'].map((each) => name[each] ?? null) : other;
  return JSON.stringify([type, out, end, (identities[type] ?? []).map((each) => properties[each] ?? null)]);
}

/** An official form of a thing's name. */
export const isOfficialName = ({ type, name }: SeenFact) => type === 'NAMED' && name?.['kind'] === 'OFFICIAL';
