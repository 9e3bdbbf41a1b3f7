import { among, HAN, HANGUL, HIRAGANA, isCapital, KATAKANA, LATIN, OTHER } from './characters.js';
import type { Letters } from './letters.js';
import { nowhere, root, type Trie } from './trie.js';

/** A word of the lexicon where it stands in a text. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** What it stands for, by the trie. */
  readonly value: number;
}

/**
 * The words of a text that stand there as words, the longest at each place, none within another. The kind of character tells where a word can begin
 * and end; a run of kanji or katakana has to come out as words altogether, so that 熱 is not found in 情熱, nor ロック in ロックダウン.
 */
export function wordsIn(letters: Letters, trie: Trie): readonly Word[] {
  const words: Word[] = [];
  let covered = 0;
  for (let at = 0; at < letters.length; at += 1) {
    if (!trie.mayBegin(letters.letter(at), letters.letter(at + 1), letters.letter(at + 2)) || !mayBegin(letters, at, covered)) continue;
    const word = longest(letters, at, covered, trie);
    if (!word) continue;
    if (word.value > 0 && !isPersons(letters.text, word)) words.push(word);
    covered = word.to;
    at = covered - 1;
  }
  return words;
}

/** Mr Summers and Rock Hudson are called so. */
function isPersons(text: string, { from, to }: Word): boolean {
  if (!isCapital(text, from)) return false;
  if (/\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\.? $/.test(text.slice(Math.max(0, from - 6), from))) return true;
  return /^[A-Z][a-z]+$/.test(text.slice(from, to)) && /^ [A-Z][a-z]+ (?:[a-z]|$)/.test(text.slice(to, to + 24));
}

function longest(letters: Letters, at: number, covered: number, trie: Trie): Word | undefined {
  let found: Word | undefined;
  let node = trie.step(root, letters.letter(at));
  for (let to = at + 1; node !== nowhere; to += 1) {
    const value = trie.value(node);
    if (value >= 0 && mayStand(letters, at, to, covered, trie)) found = { from: at, to, value };
    if (to >= letters.length) break;
    node = trie.step(node, letters.letter(to));
  }
  return found;
}

const isBeforeHiragana = among('はがをにでともやへのなくてしりれただ');

function mayBegin(letters: Letters, at: number, covered: number): boolean {
  const kind = letters.kind(at);
  const before = letters.kind(at - 1);
  if (kind === OTHER) return false;
  if (kind === LATIN || kind === HANGUL) return before !== kind;
  if (kind === HIRAGANA) return before !== HIRAGANA || at === covered || isBeforeHiragana(letters.text, at - 1);
  return true;
}

const isParticle = among('はがをにでともやへのかだなら、。');
const isSa = among('さ');

function mayStand(letters: Letters, from: number, to: number, covered: number, trie: Trie): boolean {
  const first = letters.kind(from);
  const last = letters.kind(to - 1);
  const next = letters.kind(to);
  if (first === HIRAGANA && letters.kind(from - 1) !== OTHER && to - from < 3) return false;
  if (first === KATAKANA && letters.kind(from - 1) === KATAKANA && covered !== from) return false;
  if (first === HAN && letters.kind(from - 1) === HAN && covered !== from && !(to - from > 1 && runBefore(letters, from) > 1)) return false;
  if (last === LATIN || last === HANGUL) return next !== LATIN || last !== LATIN;
  if (last === KATAKANA) return next !== KATAKANA || runIsWords(letters, to, KATAKANA, trie);
  if (last !== HAN) return true;
  if (next === HAN) return runIsWords(letters, to, HAN, trie) || (to - from > 1 && runAfter(letters, to) > 1);
  // One character before okurigana is the stem of another word: 光る, 恋しい.
  return to - from > 1 || next !== HIRAGANA || isParticle(letters.text, to) || (isSa(letters.text, to) && letters.kind(to + 1) !== HIRAGANA);
}

function runBefore(letters: Letters, from: number): number {
  let at = from;
  while (letters.kind(at - 1) === HAN) at -= 1;
  return from - at;
}

function runAfter(letters: Letters, to: number): number {
  let at = to;
  while (letters.kind(at) === HAN) at += 1;
  return at - to;
}

/** Whether the rest of a run of one kind of character is made of words. */
function runIsWords(letters: Letters, from: number, kind: number, trie: Trie): boolean {
  if (letters.kind(from) !== kind) return true;
  let node = trie.step(root, letters.letter(from));
  for (let to = from + 1; node !== nowhere; to += 1) {
    if (trie.value(node) >= 0 && runIsWords(letters, to, kind, trie)) return true;
    if (letters.kind(to) !== kind) return false;
    node = trie.step(node, letters.letter(to));
  }
  return false;
}
