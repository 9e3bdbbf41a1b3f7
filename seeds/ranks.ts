import { CHARACTER_ROLES, CREDIT_ROLES, TIE_UP_KINDS } from '../src/graph/vocabulary.js';
import type { Said } from './told.js';

/** Where a fact stands among its like, as lists are ordered. */

/** Openings before endings before the rest; each kind in its sequence. */
export const tieUpRank = ({ kind, sequence, version }: Readonly<Record<string, Said | undefined>>): number =>
  placeIn(TIE_UP_KINDS, kind) * 10_000 + Number(sequence ?? 0) * 10 + Number(version ?? 0);

/** Performers before guests before writers; each role in the order of the credit. */
export const creditRank = (role: Said | undefined, order: Said = 1): number => placeIn(CREDIT_ROLES, role) * 100 + Number(order) - 1;

/** The main characters first, those whose part nobody tells last. */
export function roleRank(role: Said | undefined): number {
  const place = placeIn(CHARACTER_ROLES, role);
  return place < 0 ? CHARACTER_ROLES.length : place;
}

const placeIn = (list: readonly Said[], value: Said | undefined) => list.indexOf(value ?? '');
