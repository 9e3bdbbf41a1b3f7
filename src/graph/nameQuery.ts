import { askedGramsOf, askedKeysOf, gramsOf } from '../names/keys.js';
import type { Spelling } from '../names/spelling.js';

/** Names that are looked for: a query of the index, and what those that it gives are put in order by. */
export interface NamesWanted {
  readonly query: string;
  /** Of things of this kind; null for all. */
  readonly labelKey: string | null;
  /** Those that share one of these keys come first. */
  readonly keys: readonly string[];
  /** Then by how many of these runs of letters they share, */
  readonly grams: readonly string[];
  /** for their length and this one, in letters as an index keeps them. */
  readonly length: number;
}

/** Letters and digits mean themselves; all else could be Lucene's. */
const quoted = (word: string) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&');

/** Names that share a key with this one. */
export const sameNames = (spelling: Spelling, label: string | undefined): NamesWanted => namesWanted(spelling, label, []);

/** The same, and those that only look alike. */
export const nearNames = (spelling: Spelling, label: string | undefined): NamesWanted => namesWanted(spelling, label, askedGramsOf(spelling));

function namesWanted(spelling: Spelling, label: string | undefined, grams: readonly string[]): NamesWanted {
  const keys = askedKeysOf(spelling);
  const near = grams.length === 0 ? '' : ` grams:(${words(grams)})`;
  return {
    query: `${ofLabel(label)}+(keys:(${words(keys)})^${sameBefore}${near})`,
    labelKey: label === undefined ? null : labelKey(label),
    keys,
    grams,
    length: gramsOf(spelling).join(' ').length,
  };
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

/** Nearly all names are works': to ask for theirs only would cost more than to leave the others out afterwards. */
const ofLabel = (label: string | undefined) => (label === undefined || label === 'Work' ? '' : `+keys:${quoted(labelKey(label))}^0 `);

const sameBefore = 6;

const words = (keys: readonly string[]) => keys.map(quoted).join(' ');
