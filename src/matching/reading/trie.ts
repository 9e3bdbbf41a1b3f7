import { foldedCode, SKIPPED } from './characters.js';

/** The beginning of every form. */
export const root = 0;
/** No form begins so. */
export const nowhere = -1;

/** Of a step: the node it leads from, the letter, what the form that ends there stands for; four numbers, so that none lies in two lines of the cache. */
const width = 4;

/**
 * Forms by their letters, in typed arrays: from a node and a letter to the next node by an open hash table; a node is told by the place of the step that
 * leads to it. Built once, then only asked.
 */
export class Trie {
  private readonly steps: Int32Array;
  private readonly mask: number;
  private readonly beginnings = new Uint8Array(1 << 16);

  constructor(forms: ReadonlyMap<string, number>) {
    const folded = new Map([...forms].map(([form, value]) => [foldedForm(form), value]));
    this.mask = 2 ** Math.ceil(Math.log2(countNodes([...folded.keys()]) * 2 + 2)) - 1;
    this.steps = new Int32Array((this.mask + 1) * width).fill(-1);
    for (const [form, value] of folded) this.add(form, value);
  }

  /** False for most places where no form begins, at less cost than a step: two letters that begin none. */
  mayBegin(first: number, second: number): boolean {
    const letter = foldedCode(second);
    return (
      letter === SKIPPED || this.beginnings[pairOf(foldedCode(first), letter)] === 1 || this.beginnings[pairOf(foldedCode(first), SKIPPED)] === 1
    );
  }

  /** The node after a letter, itself where nothing stands for the letter, or nowhere. */
  step(node: number, code: number): number {
    const letter = foldedCode(code);
    if (letter === SKIPPED) return node;
    const at = this.find(node, letter);
    return this.steps[at] === -1 ? nowhere : at;
  }

  /** What the form that ends here stands for; below 0 where none does. */
  value(node: number): number {
    return node === root ? -1 : (this.steps[node + 2] ?? -1);
  }

  private add(form: string, value: number): void {
    let node = root;
    for (let at = 0; at < form.length; at += 1) {
      const step = this.find(node, form.charCodeAt(at));
      this.steps[step] = node;
      this.steps[step + 1] = form.charCodeAt(at);
      node = step;
    }
    if (node === root) return;
    this.steps[node + 2] = value;
    this.beginnings[pairOf(form.charCodeAt(0), form.length > 1 ? form.charCodeAt(1) : SKIPPED)] = 1;
  }

  /** Where the step stands, or would. The first place is never one, so that root is no step's. */
  private find(node: number, letter: number): number {
    let cell = mixed(node, letter) & this.mask;
    for (;;) {
      const at = cell * width;
      if (cell !== 0 && (this.steps[at] === -1 || (this.steps[at] === node && this.steps[at + 1] === letter))) return at;
      cell = (cell + 1) & this.mask;
    }
  }
}

function foldedForm(form: string): string {
  const codes = Array.from({ length: form.length }, (_, at) => foldedCode(form.charCodeAt(at)));
  return String.fromCharCode(...codes.filter((code) => code !== SKIPPED));
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

function mixed(node: number, letter: number): number {
  const hash = Math.imul(node ^ Math.imul(letter, 0x85ebca6b), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/** A place among 65,536 that hardly any other pair shares. */
const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16;
