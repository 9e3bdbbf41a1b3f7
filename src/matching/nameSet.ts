import { fold } from '../names/fold.js';
import { Bits } from './bits.js';
import { HIRAGANA, KATAKANA, kindOf, OTHER } from './reading/characters.js';
import { Letters } from './reading/letters.js';

/** No name that is looked for is longer. */
const longest = 40;
const mostFound = 8;

/** So many letters tell already that no name begins so. */
const beginning = 4;

/** Names by their hashes: what may be a name in a text is found without asking the database, which is then asked what it means. */
export class NameSet {
  private cells = new Uint32Array(1 << 12);
  private count = 0;
  private readonly letters = new Letters();
  /** A bit for each hash of a name's first letters. */
  private readonly beginnings = new Bits(1 << 22);

  add(name: string): void {
    const folded = fold(name);
    const hash = hashOf(folded);
    if (this.has(hash)) return;
    if (this.count * 2 >= this.cells.length) this.grow();
    this.put(hash);
    this.count += 1;
    if (folded.length >= beginning) this.beginnings.add(hashOf(folded.slice(0, beginning)) >>> 10);
  }

  /**
   * What may be names of the graph in a text (NFKC), the longest at each place, at most eight: what stands in quotation marks, and what begins and ends where
   * words do and is long enough not to be just a word.
   */
  in(text: string): readonly string[] {
    const letters = this.letters.take(text);
    const found: string[] = [];
    for (let at = 0; at < text.length && found.length < mostFound; at += 1) {
      if (!isEdge(letters, at) || letters.kind(at) === OTHER) continue;
      const end = this.longestFrom(letters, at);
      if (end === 0) continue;
      found.push(text.slice(at, end));
      at = end - 1;
    }
    return [...new Set(found)];
  }

  private longestFrom(letters: Letters, from: number): number {
    const { text } = letters;
    const last = Math.min(letters.length, from + longest);
    let hash = start;
    let count = 0;
    let end = 0;
    for (let at = from; at < last; at += 1) {
      const letter = letterOf(text.charCodeAt(at));
      if (letter !== 0) {
        hash = Math.imul(hash ^ letter, prime) >>> 0;
        count += 1;
        if (count === beginning && !this.beginnings.has(hash >>> 10)) return end;
      }
      if (isEdge(letters, at + 1) && this.has(hash || 1) && tells(letters, from, at + 1, count)) end = at + 1;
    }
    return end;
  }

  private has(hash: number): boolean {
    for (let cell = hash % this.cells.length; ; cell = (cell + 1) % this.cells.length) {
      if (this.cells[cell] === hash) return true;
      if (this.cells[cell] === 0) return false;
    }
  }

  private put(hash: number): void {
    let cell = hash % this.cells.length;
    while (this.cells[cell] !== 0) cell = (cell + 1) % this.cells.length;
    this.cells[cell] = hash;
  }

  private grow(): void {
    const before = this.cells;
    this.cells = new Uint32Array(before.length * 2);
    for (const hash of before) if (hash !== 0) this.put(hash);
  }
}

/** FNV-1a; 0 stands for an empty cell. */
const start = 0x811c9dc5;
const prime = 0x01000193;

function hashOf(folded: string): number {
  let hash = start;
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ letterOf(folded.charCodeAt(at)), prime) >>> 0;
  return hash || 1;
}

/** As fold() writes it, letter by letter; 0 for what it leaves out. */
function letterOf(code: number): number {
  if (kindOf(code) === OTHER) return 0;
  if (code >= 0x30a1 && code <= 0x30f6) return code - 0x60;
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

/** Whether a word may begin or end here. */
function isEdge(letters: Letters, at: number): boolean {
  const kind = letters.kind(at);
  return kind !== letters.kind(at - 1) || kind === HIRAGANA;
}

const opening = '「『“"《〈【';

/** Quoted, or so long that it is hardly just a word. */
function tells(letters: Letters, from: number, to: number, count: number): boolean {
  const { text } = letters;
  if (opening.includes(text[from - 1] ?? ' ')) return count > 1 && '」』”"》〉】'.includes(text[to] ?? ' ');
  if (letters.kind(from) === HIRAGANA && letters.kind(from - 1) === HIRAGANA) return false;
  const plain = text.slice(from, to);
  if (/^[\p{Script=Hiragana}ー]+$/u.test(plain)) return count > 5;
  if (/^[\p{Script=Latin}\p{N}\p{P}\s]+$/u.test(plain)) return count > 3 && /\p{Lu}/u.test(plain) && !(count < 8 && /^\p{Lu}\p{Ll}+$/u.test(plain));
  return count > 3 || (count > 2 && letters.kind(to - 1) !== KATAKANA);
}
