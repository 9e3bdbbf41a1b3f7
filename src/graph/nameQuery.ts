import { askedKeysOf, gramsOf } from '../names/keys.js';
import type { Spelling } from '../names/spelling.js';

/** A query of the index for names that share a key with this one. */
export function sameNames(spelling: Spelling, label: string | undefined): string {
  return `${ofLabel(label)}+keys:(${words(askedKeysOf(spelling))})`;
}

/** The same, and for those that only look alike: those that share a key first. */
export function nearNames(spelling: Spelling, label: string | undefined): string {
  const grams = gramsOf(spelling).slice(0, mostGrams);
  const near = grams.length === 0 ? '' : ` grams:(${words(grams)})`;
  return `${ofLabel(label)}+(keys:(${words(askedKeysOf(spelling))})^${sameBefore}${near})`;
}

/** What a name is of stands among its keys. */
export const labelKey = (label: string) => `y:${label}`;

/** Nearly all names are works': to ask for theirs only would cost more than to leave the others out afterwards. */
const ofLabel = (label: string | undefined) => (label === undefined || label === 'Work' ? '' : `+keys:${quoted(labelKey(label))}^0 `);

const sameBefore = 6;
const mostGrams = 60;

const words = (keys: readonly string[]) => keys.map(quoted).join(' ');

/** Letters and digits mean themselves; all else could be Lucene's. */
const quoted = (word: string) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&');
