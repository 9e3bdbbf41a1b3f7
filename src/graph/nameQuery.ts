import { askedGramsOf, askedKeysOf } from '../names/keys.js';
import type { Spelling } from '../names/spelling.js';

/** Letters and digits mean themselves; all else could be Lucene's. */
const quoted = (word: string) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&');

/** A query of the index for names that share a key with this one. */
export function sameNames(spelling: Spelling, label: string | undefined): string {
  return `${ofLabel(label)}+keys:(${words(askedKeysOf(spelling))})`;
}

/** The same, and for those that only look alike: those that share a key first. */
export function nearNames(spelling: Spelling, label: string | undefined): string {
  const grams = askedGramsOf(spelling);
  const near = grams.length === 0 ? '' : ` grams:(${words(grams)})`;
  return `${ofLabel(label)}+(keys:(${words(askedKeysOf(spelling))})^${sameBefore}${near})`;
}

/** What a name is of stands among its keys. */
export const labelKey = (label: string) => `y:${label}`;

/** How many facts are told of what it is the name of, in powers of two: a letter each, `a` for the fewest. */
export const popularityKey = (facts: number) => `n:${levels[Math.min(levels.length - 1, Math.floor(Math.log2(facts + 1)))]}`;

export const popularityLevels = 'abcdefghijklm';
const levels = [...popularityLevels];

/** Parts of a query of the index: names with this key, and with one that begins so. */
export const exactly = (key: string) => `keys:${quoted(key)}`;
export const startingWith = (key: string) => `keys:${quoted(key)}*`;

/** With a word or a key that differs by so few letters as a typing error may; none of short ones. */
export const mistypedWord = (word: string) => near(word, [...word].length);
export const mistyped = (key: string) => near(key, [...key].length - 2).map((each) => `keys:${each}`);

/** Errors in longer ones would take long to look for. */
const longestMistyped = 60;
const near = (word: string, length: number) => (length < 5 || length > longestMistyped ? [] : [`${quoted(word)}~${length < 9 ? 1 : 2}`]);

/** A query for names that fit one of these parts, of things of these kinds (of all where none are given), the most popular first. */
export function popularFirst(parts: readonly string[], labels: readonly string[]): string {
  if (parts.length === 0) return '';
  const ofLabels = labels.length === 0 ? '' : `+(${labels.map((label) => exactly(labelKey(label))).join(' ')})^0 `;
  return `${ofLabels}+(${parts.join(' ')})^0 ${popular}`;
}

/** Of what begins so, unlike of what is the same, the index gives just what is asked for as the score. */
const popular = levels.map((level, place) => `${startingWith(`n:${level}`)}^${place}`).join(' ');

/** Names of other things would take the places of those that may be meant. */
const ofLabel = (label: string | undefined) => (label === undefined ? '' : `+${exactly(labelKey(label))}^0 `);

const sameBefore = 6;

const words = (keys: readonly string[]) => keys.map(quoted).join(' ');
