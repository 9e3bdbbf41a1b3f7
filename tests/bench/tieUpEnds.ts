import { numberFrom } from './graphWorld.js';
import type { Counts } from './numbered.js';
import { randomOf } from './random.js';

/** The song that a tie-up uses and the work that it is for: three a work on average, some sixty for a few. */
export function tieUpEnds({ songs, works }: Counts, tieUp: number): { readonly song: number; readonly work: number } {
  const random = randomOf('tie-up ends', tieUp);
  return { song: numberFrom(random, songs, 0.1), work: numberFrom(random, works, 0.01) };
}
