import { foldedCode, SKIPPED } from './characters.js';

/** The beginning of every form. */
export const root = 0;
/** No form begins so. */
export const nowhere = -1;

/**
 * Forms by their letters, in typed arrays: from a node and a letter to the next node by an open hash table, each node with the number that its
 * form stands for. Built once, then only asked.
 */
export class Trie {
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  constructor(forms: ReadonlyMap<string, number>) {
    const letters = [...forms.keys()].reduce((sum, form) => sum + form.length, 0);
    this.mask = 2 ** Math.ceil(Math.log2(letters * 2 + 2)) - 1;
    // A transition takes two cells: the node, and the letter.
    this.from = new Int32Array((this.mask + 1) * 2).fill(-1);
    this.to = new Int32Array(this.mask + 1);
    this.values = new Int32Array(letters + 1).fill(-1);
    let nodes = 1;
    for (const [form, value] of forms) {
      let node = root;
      for (let at = 0; at < form.length; at += 1) {
        const code = foldedCode(form.charCodeAt(at));
        if (code === SKIPPED) continue;
        const cell = this.cell(node, code);
        if (this.from[cell * 2] === -1) {
          this.from[cell * 2] = node;
          this.from[cell * 2 + 1] = code;
          this.to[cell] = nodes;
          nodes += 1;
        }
        node = this.to[cell] ?? root;
      }
      this.values[node] = value;
    }
  }

  /** The node after a letter, itself where nothing stands for the letter, or nowhere. */
  step(node: number, code: number): number {
    const letter = foldedCode(code);
    if (letter === SKIPPED) return node;
    const cell = this.cell(node, letter);
    return this.from[cell * 2] === -1 ? nowhere : (this.to[cell] ?? nowhere);
  }

  /** What the form that ends here stands for; below 0 where none does. */
  value(node: number): number {
    return this.values[node] ?? -1;
  }

  private cell(node: number, code: number): number {
    let cell = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) & this.mask;
    while (this.from[cell * 2] !== -1 && (this.from[cell * 2] !== node || this.from[cell * 2 + 1] !== code)) cell = (cell + 1) & this.mask;
    return cell;
  }
}
