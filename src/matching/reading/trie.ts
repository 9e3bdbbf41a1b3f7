import { Bits } from '../bits.js';
import { foldedCode, SKIPPED } from './characters.js';

/** The beginning of every form. */
export const root = 0;
/** No form begins so. */
export const nowhere = -1;

/** Of a step: the node it leads from with the letter's number, what the form that ends there stands for. The smaller all is, the more of it is near the processor. */
const width = 2;
/** Forms are written with fewer letters than this. */
const mostLetters = 1 << 13;
/** Places of steps have the other bits. */
const mostSteps = 2 ** 32 / mostLetters;

/**
 * Forms by their letters, in typed arrays: from a node and a letter to the next node by an open hash table; a node is told by the place of the step that
 * leads to it. Built once, then only asked. At most a third of a million beginnings.
 */
export class Trie {
  private readonly steps: Int32Array;
  private readonly mask: number;
  /** The number of each letter that stands in a form, from 1. */
  private readonly numbers = new Uint16Array(1 << 16);
  /** One bit for the first three letters of each form, or all that it has. */
  private readonly beginnings = new Bits(1 << 19);

  constructor(forms: ReadonlyMap<string, number>) {
    const folded = new Map([...forms].map(([form, value]) => [foldedForm(form), value]));
    const letters = new Set([...folded.keys()].flatMap((form) => codesOf(form)));
    const size = 2 ** Math.ceil(Math.log2(countNodes([...folded.keys()]) * 1.4 + 2));
    if (letters.size > mostLetters - 2 || size > mostSteps)
      throw new RangeError(`A trie may have ${mostLetters} letters and ${mostSteps} steps, but got ${letters.size} and ${size}.`);
    for (const [index, letter] of [...letters].entries()) this.numbers[letter] = index + 1;
    this.mask = size - 1;
    this.steps = new Int32Array(size * width).fill(empty);
    for (const [form, value] of folded) this.add(form, value);
  }

  /** False for most places where no form begins, at less cost than a step: letters (as Letters gives them) that begin none. */
  mayBegin(first: number, second: number, third: number): boolean {
    if (second === SKIPPED || third === SKIPPED) return true;
    return (
      this.beginnings.has(beginningOf(first, second, third)) ||
      this.beginnings.has(beginningOf(first, second, SKIPPED)) ||
      this.beginnings.has(beginningOf(first, SKIPPED, SKIPPED))
    );
  }

  /** The node after a letter, itself where nothing stands for the letter, or nowhere. */
  step(node: number, letter: number): number {
    if (letter === SKIPPED) return node;
    const number = this.numbers[letter] ?? 0;
    if (number === 0) return nowhere;
    const cell = this.find(keyOf(node, number));
    return this.steps[cell * width] === empty ? nowhere : cell;
  }

  /** What the form that ends here stands for; below 0 where none does. */
  value(node: number): number {
    return node === root ? -1 : (this.steps[node * width + 1] ?? -1);
  }

  private add(form: string, value: number): void {
    const codes = codesOf(form);
    let node = root;
    for (const code of codes) {
      const key = keyOf(node, this.numbers[code] ?? 0);
      node = this.find(key);
      this.steps[node * width] = key;
    }
    if (node === root) return;
    this.steps[node * width + 1] = value;
    this.beginnings.add(beginningOf(codes[0] ?? SKIPPED, codes[1] ?? SKIPPED, codes[2] ?? SKIPPED));
  }

  /** Where the step stands, or would. The first place is never one, so that root is no step's. */
  private find(key: number): number {
    let cell = mixed(key) & this.mask;
    for (;;) {
      const found = this.steps[cell * width];
      if (cell !== 0 && (found === key || found === empty)) return cell;
      cell = (cell + 1) & this.mask;
    }
  }
}

/** No key is -1: the last letter's number is never given. */
const empty = -1;
const keyOf = (node: number, number: number): number => (node * mostLetters + number) | 0;

const codesOf = (form: string): readonly number[] => Array.from({ length: form.length }, (_, at) => form.charCodeAt(at));

function foldedForm(form: string): string {
  return String.fromCharCode(
    ...codesOf(form)
      .map(foldedCode)
      .filter((code) => code !== SKIPPED),
  );
}

/** How many different beginnings forms have. */
function countNodes(forms: string[]): number {
  let before = '';
  let nodes = 0;
  for (const form of forms.sort()) {
    let shared = 0;
    while (shared < form.length && form[shared] === before[shared]) shared += 1;
    nodes += form.length - shared;
    before = form;
  }
  return nodes;
}

function mixed(key: number): number {
  const hash = Math.imul(key ^ (key >>> 15), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/** A place among 2^19 that hardly any other beginning shares. */
const beginningOf = (first: number, second: number, third: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)) >>> 13;
