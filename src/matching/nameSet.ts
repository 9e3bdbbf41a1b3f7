import { fold } from '../names/fold.js';
import { HIRAGANA, KATAKANA, kindAt, OTHER } from './reading/characters.js';

/** No name that is looked for is longer. */
const longest = 40;
const mostFound = 8;

/** Names by their hashes: what may be a name in a text is found without asking the database, which is then asked what it means. */
export class NameSet {
  private cells = new Uint32Array(1 << 12);
  private count = 0;

  add(name: string): void {
    const hash = hashOf(fold(name));
    if (this.has(hash)) return;
    if (this.count * 2 >= this.cells.length) this.grow();
    this.put(hash);
    this.count += 1;
  }

  /**
   * What may be names of the graph in a text (NFKC), the longest at each place, at most eight: what stands in quotation marks, and what begins and ends where
   * words do and is long enough not to be just a word.
   */
  in(text: string): readonly string[] {
    const found: string[] = [];
    for (let at = 0; at < text.length && found.length < mostFound; at += 1) {
      if (!isEdge(text, at) || kindAt(text, at) === OTHER) continue;
      const end = this.longestFrom(text, at);
      if (end === 0) continue;
      found.push(text.slice(at, end));
      at = end - 1;
    }
    return [...new Set(found)];
  }

  private longestFrom(text: string, from: number): number {
    let hash = start;
    let letters = 0;
    let end = 0;
    for (let at = from; at < text.length && at - from < longest; at += 1) {
      const code = letterAt(text, at);
      if (code !== 0) {
        hash = Math.imul(hash ^ code, prime) >>> 0;
        letters += 1;
      }
      if (isEdge(text, at + 1) && this.has(hash || 1) && tells(text, from, at + 1, letters)) end = at + 1;
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
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ letterAt(folded, at), prime) >>> 0;
  return hash || 1;
}

/** As fold() writes it, letter by letter; 0 for what it leaves out. */
function letterAt(text: string, at: number): number {
  if (kindAt(text, at) === OTHER) return 0;
  const code = text.charCodeAt(at);
  if (code >= 0x30a1 && code <= 0x30f6) return code - 0x60;
  return code < 128 ? (text[at] ?? '').toLowerCase().charCodeAt(0) : code;
}

/** Whether a word may begin or end here. */
function isEdge(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind !== kindAt(text, at - 1) || kind === HIRAGANA;
}

const opening = '「『“"《〈【';

/** Quoted, or so long that it is hardly just a word. */
function tells(text: string, from: number, to: number, letters: number): boolean {
  if (opening.includes(text[from - 1] ?? ' ')) return letters > 1 && '」』”"》〉】'.includes(text[to] ?? ' ');
  if (kindAt(text, from) === HIRAGANA && kindAt(text, from - 1) === HIRAGANA) return false;
  const plain = text.slice(from, to);
  if (/^[\p{Script=Hiragana}ー]+$/u.test(plain)) return letters > 5;
  if (/^[\p{Script=Latin}\p{N}\p{P}\s]+$/u.test(plain))
    return letters > 3 && /\p{Lu}/u.test(plain) && !(letters < 8 && /^\p{Lu}\p{Ll}+$/u.test(plain));
  return letters > 3 || (letters > 2 && kindAt(text, to - 1) !== KATAKANA);
}
