import type { Known } from './catalogue.js';
import { drawn } from './chance.js';
import { isRomaji } from './romaji.js';

/** What a work is used for: each for one thing only, so that no set spoils another. */
export type Role = 'absent' | 'alternatives' | 'anilistChinese' | 'slugs' | 'intact';

type Shares = readonly (readonly [Role, number])[];

const shares: Shares = [
  ['absent', 0.12],
  ['alternatives', 0.46],
  ['anilistChinese', 0.2],
];

/** Slugs are made of romaji names, which one work in six has. */
const sharesWithRomaji: Shares = [
  ['absent', 0.12],
  ['slugs', 0.55],
  ['alternatives', 0.2],
];

/** Curated works stay, since curated facts speak of them. */
export function roleOf({ id, sources, names }: Known): Role {
  let left = drawn('role', id);
  for (const [role, share] of names.some(({ text }) => isRomaji(text)) ? sharesWithRomaji : shares) {
    left -= share;
    if (left < 0) return role === 'absent' && sources.has('curated') ? 'intact' : role;
  }
  return 'intact';
}
