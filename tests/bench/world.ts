import { below, type Chance, oneOf } from './chance.js';

export type Kind = 'work' | 'song' | 'artist' | 'character';

export const kinds: readonly Kind[] = ['work', 'song', 'artist', 'character'];

/** What can be asked for: a thing of a kind, any of them as likely as any other. */
export interface World {
  readonly idOf: (kind: Kind, chance: Chance) => string;
  readonly nameOf: (kind: Kind, chance: Chance) => string;
}

const firstYear = 1965;
const lastYear = 2026;

export interface Years {
  readonly from: number;
  readonly to: number;
}

/** One to four years in a row. */
export function yearsOf(chance: Chance): Years {
  const from = firstYear + below(chance, lastYear - firstYear);
  return { from, to: Math.min(lastYear, from + oneOf(chance, [0, 1, 2, 3])) };
}
