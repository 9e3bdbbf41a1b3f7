import { among, HAN, HANGUL, HIRAGANA, isCapital, KATAKANA, kindAt, LATIN, OTHER } from './characters.js';
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
export function wordsIn(text: string, trie: Trie): readonly Word[] {
  const words: Word[] = [];
  let covered = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at < covered || !mayBegin(text, at, covered)) continue;
    const word = longest(text, at, covered, trie);
    if (!word) continue;
    if (word.value > 0 && !isPersons(text, word)) words.push(word);
    covered = word.to;
  }
  return words;
}

/** Mr Summers and Rock Hudson are called so. */
function isPersons(text: string, { from, to }: Word): boolean {
  if (!isCapital(text, from)) return false;
  if (/\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\.? $/.test(text.slice(Math.max(0, from - 6), from))) return true;
  return /^[A-Z][a-z]+$/.test(text.slice(from, to)) && /^ [A-Z][a-z]+ (?:[a-z]|$)/.test(text.slice(to, to + 24));
}

function longest(text: string, at: number, covered: number, trie: Trie): Word | undefined {
  let found: Word | undefined;
  if (!trie.mayBegin(text.charCodeAt(at), text.charCodeAt(at + 1))) return found;
  let node = trie.step(root, text.charCodeAt(at));
  for (let to = at + 1; node !== nowhere; to += 1) {
    const value = trie.value(node);
    if (value >= 0 && mayStand(text, at, to, covered, trie)) found = { from: at, to, value };
    if (to >= text.length) break;
    node = trie.step(node, text.charCodeAt(to));
  }
  return found;
}

const isBeforeHiragana = among('はがをにでともやへのなくてしりれただ');

function mayBegin(text: string, at: number, covered: number): boolean {
  const kind = kindAt(text, at);
  const before = kindAt(text, at - 1);
  if (kind === OTHER) return false;
  if (kind === LATIN || kind === HANGUL) return before !== kind;
  if (kind === HIRAGANA) return before !== HIRAGANA || at === covered || isBeforeHiragana(text, at - 1);
  return true;
}

const isParticle = among('はがをにでともやへのかだなら、。');
const isSa = among('さ');

function mayStand(text: string, from: number, to: number, covered: number, trie: Trie): boolean {
  const first = kindAt(text, from);
  const last = kindAt(text, to - 1);
  const next = kindAt(text, to);
  if (first === HIRAGANA && kindAt(text, from - 1) !== OTHER && to - from < 3) return false;
  if (first === KATAKANA && kindAt(text, from - 1) === KATAKANA && covered !== from) return false;
  if (first === HAN && kindAt(text, from - 1) === HAN && covered !== from && !(to - from > 1 && runBefore(text, from) > 1)) return false;
  if (last === LATIN || last === HANGUL) return next !== LATIN || last !== LATIN;
  if (last === KATAKANA) return next !== KATAKANA || runIsWords(text, to, KATAKANA, trie);
  if (last !== HAN) return true;
  if (next === HAN) return runIsWords(text, to, HAN, trie) || (to - from > 1 && runAfter(text, to) > 1);
  // One character before okurigana is the stem of another word: 光る, 恋しい.
  return to - from > 1 || next !== HIRAGANA || isParticle(text, to) || (isSa(text, to) && kindAt(text, to + 1) !== HIRAGANA);
}

function runBefore(text: string, from: number): number {
  let at = from;
  while (kindAt(text, at - 1) === HAN) at -= 1;
  return from - at;
}

function runAfter(text: string, to: number): number {
  let at = to;
  while (kindAt(text, at) === HAN) at += 1;
  return at - to;
}

/** Whether the rest of a run of one kind of character is made of words. */
function runIsWords(text: string, from: number, kind: number, trie: Trie): boolean {
  if (kindAt(text, from) !== kind) return true;
  let node = trie.step(root, text.charCodeAt(from));
  for (let to = from + 1; node !== nowhere; to += 1) {
    if (trie.value(node) >= 0 && runIsWords(text, to, kind, trie)) return true;
    if (kindAt(text, to) !== kind) return false;
    node = trie.step(node, text.charCodeAt(to));
  }
  return false;
}
