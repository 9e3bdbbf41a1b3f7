import { lengthOf } from './length.js';
import type { Part } from './parts.js';
import { skeleton } from './romaji.js';
import { scriptOf } from './script.js';
import type { Spelling } from './spelling.js';

/** A name with what is compared of it, made once. */
export interface Comparable {
  readonly text: string;
  readonly spelling: Spelling;
  readonly plain: string;
  readonly kana: boolean;
  readonly kanji: boolean;
  /** In Latin letters and no others. */
  readonly latin: boolean;
  readonly marks: string;
  readonly numbers: string;
  readonly foldedGrams: Uint32Array;
  readonly romajiGrams: readonly Uint32Array[];
  readonly hangulGrams: Uint32Array | null;
}

/** How two names agree, the most certain first. */
export const AGREEMENTS = ['SAME', 'FOLDED', 'ROMAJI', 'READING', 'WORDS', 'BARE', 'PINYIN', 'HANGUL', 'INITIALS', 'HEAD', 'NEAR'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** What speaks for and against two names being of one thing; shares are from 0 to 1. */
export interface Likeness {
  readonly agreement: Agreement;
  /** Of all pairs or triples of letters of both the share that both have; 1 where they agree. */
  readonly common: number;
  /** The same of the shorter one's only. */
  readonly contained: number;
  /** 1 less the share of letters that have to be changed. */
  readonly unedited: number;
  /** The same consonants. */
  readonly consonants: boolean;
  /** The same beginning before different subtitles, or one that only the first has. */
  readonly sameHead: boolean;
  /** Both with kana, or both in Latin letters: one is no translation of the other. */
  readonly sameScript: boolean;
  /** One in kana only, the other with kanji. */
  readonly asReading: boolean;
  readonly sameMarks: boolean;
  readonly numbersDiffer: boolean;
  /** As lengthOf() counts. */
  readonly length: number;
  readonly parts: PartLikeness;
}

export interface PartLikeness {
  /** Both say the same season, part or chapter. */
  readonly same: boolean;
  /** Only the first says one that is not the first of all. */
  readonly asked: number;
  readonly told: number;
  readonly contradict: boolean;
}

export function comparable(text: string, spelling: Spelling): Comparable {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return {
    text,
    spelling,
    plain,
    kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain),
    kanji: /\p{Script=Han}/u.test(plain),
    latin: scriptOf(plain, null) === 'Latn',
    marks: plain.replace(/[\p{L}\p{N}\p{M}\s~〜―—–\-:・「」『』()【】.,、。]/gu, ''),
    numbers: (spelling.folded.match(/\d+/g) ?? []).sort().join(' '),
    foldedGrams: /[^a-z0-9]/.test(spelling.folded) ? grams(spelling.folded, 2) : none,
    romajiGrams: spelling.romaji.slice(0, mostReadings).map((romaji) => grams(romaji, 3)),
    hangulGrams: spelling.hangul === null ? null : grams(spelling.hangul, 2),
  };
}

const mostReadings = 6;

export function likeness(one: Comparable, other: Comparable): Likeness {
  const agreement = agreementOf(one, other);
  const near = agreement === 'NEAR' ? nearness(one, other) : whole;
  return {
    agreement,
    ...near,
    sameMarks: one.marks === other.marks,
    numbersDiffer: one.numbers !== other.numbers,
    length: lengthOf(one.spelling.folded),
    parts: partLikeness(one.spelling.part, other.spelling.part),
  };
}

const whole = { common: 1, contained: 1, unedited: 1, consonants: true, sameHead: true, sameScript: true, asReading: false };

function agreementOf(one: Comparable, other: Comparable): Agreement {
  const [a, b] = [one.spelling, other.spelling];
  if (one.plain === other.plain) return 'SAME';
  if (a.folded === b.folded) return 'FOLDED';
  if (a.romaji.some((romaji) => b.romaji.includes(romaji))) return a.proposed || b.proposed ? 'READING' : 'ROMAJI';
  if (a.words !== null && a.words === b.words) return 'WORDS';
  if ((a.bare !== null && (a.bare === b.folded || a.bare === b.bare)) || (b.bare !== null && b.bare === a.folded)) return 'BARE';
  if ((a.pinyin !== null && (a.pinyin === b.pinyin || a.pinyin === b.folded)) || (b.pinyin !== null && b.pinyin === a.folded)) return 'PINYIN';
  if (a.hangul !== null && a.hangul === b.hangul) return 'HANGUL';
  if ((a.initials !== null && a.initials === b.folded) || (b.initials !== null && b.initials === a.folded)) return 'INITIALS';
  if (b.head !== null && a.folded === b.head) return 'HEAD';
  return 'NEAR';
}

function nearness(one: Comparable, other: Comparable) {
  const [a, b] = [one.spelling, other.spelling];
  let best = shared(one.foldedGrams, other.foldedGrams);
  let pair: readonly [string, string] = [a.folded, b.folded];
  for (const [index, romaji] of one.romajiGrams.entries()) {
    for (const [place, against] of other.romajiGrams.entries()) {
      const both = shared(romaji, against);
      if (both.common <= best.common) continue;
      best = both;
      pair = [a.romaji[index] ?? '', b.romaji[place] ?? ''];
    }
  }
  if (one.hangulGrams && other.hangulGrams && (isHangul(a.folded) || isHangul(b.folded))) {
    const both = shared(one.hangulGrams, other.hangulGrams);
    if (both.common > best.common) {
      best = both;
      pair = [a.hangul ?? '', b.hangul ?? ''];
    }
  }
  return {
    ...best,
    unedited: best.common < 0.25 ? 0 : unedited(...pair),
    consonants: sameConsonants(a, b),
    sameHead: a.head !== null && (a.head === b.head || a.head === b.folded),
    sameScript: (one.kana && other.kana) || (one.latin && other.latin),
    asReading: isReading(one, other) || isReading(other, one),
  };
}

const isReading = (one: Comparable, other: Comparable) => one.kana && !one.kanji && other.kanji;

const isHangul = (text: string) => /[가-힣]/.test(text);

function sameConsonants(a: Spelling, b: Spelling): boolean {
  const [x, y] = [a.romaji[0], b.romaji[0]];
  if (x === undefined || y === undefined) return false;
  const consonants = skeleton(x);
  return consonants.length >= 4 && consonants === skeleton(y);
}

const none = new Uint32Array();

/** The runs of `length` letters of a text, each as a number, sorted, each once; its ends count as letters. */
function grams(text: string, length: number): Uint32Array {
  const padded = ` ${text} `;
  const found = new Uint32Array(Math.max(0, padded.length - length + 1));
  for (let start = 0; start < found.length; start += 1) {
    let gram = 0;
    for (let index = start; index < start + length; index += 1) gram = (Math.imul(gram, 0x01000193) ^ padded.charCodeAt(index)) >>> 0;
    found[start] = gram;
  }
  found.sort();
  let kept = 0;
  for (const gram of found) if (kept === 0 || found[kept - 1] !== gram) found[kept++] = gram;
  return found.subarray(0, kept);
}

function shared(one: Uint32Array, other: Uint32Array): { readonly common: number; readonly contained: number } {
  if (one.length === 0 || other.length === 0) return { common: 0, contained: 0 };
  let both = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a = 0, b = 0] = [one[i], other[j]];
    if (a === b) both += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return { common: (2 * both) / (one.length + other.length), contained: both / Math.min(one.length, other.length) };
}

/** 1 less the Levenshtein distance over the longer one's length; 0 where the lengths alone tell that it is under a half. */
function unedited(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0 || Math.min(one.length, other.length) * 2 < longest || longest > 120) return 0;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1));
    row = next;
  }
  return 1 - (row[other.length] ?? longest) / longest;
}

const counted = ['season', 'part', 'chapter'] as const;

export function partLikeness(one: Part, other: Part): PartLikeness {
  const likeness = { same: false, asked: 0, told: 0, contradict: false };
  for (const name of counted) {
    const [a, b] = [one[name], other[name]];
    if (a === b) likeness.same ||= a !== undefined;
    else if (a === undefined) likeness.told += b === 1 ? 0.3 : 1;
    else if (b === undefined) likeness.asked += a === 1 ? 0.3 : 1;
    else likeness.contradict = true;
  }
  return likeness;
}
