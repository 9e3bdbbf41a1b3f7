import { foldedCode, kindOf, OTHER, SKIPPED } from './characters.js';

/** A text's characters, each looked up once. One text after the other is taken in: memory of its own for each would cost more than reading it. */
export class Letters {
  text = '';
  length = 0;
  /** One more at each end, where nothing stands. */
  private kinds = new Uint8Array(1024);
  private folded = new Uint16Array(1024);

  take(text: string): this {
    const { length } = text;
    this.text = text;
    this.length = length;
    if (length + 2 > this.kinds.length) {
      this.kinds = new Uint8Array(length * 2);
      this.folded = new Uint16Array(length * 2);
    }
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at);
      this.kinds[at + 1] = kindOf(code);
      this.folded[at + 1] = foldedCode(code);
    }
    this.kinds[length + 1] = OTHER;
    this.folded[length + 1] = SKIPPED;
    return this;
  }

  /** The kind of character at a place; OTHER just before the beginning and after the end. */
  kind(at: number): number {
    return this.kinds[at + 1] ?? OTHER;
  }

  /** The letter that forms have for it; SKIPPED just before the beginning and after the end. */
  letter(at: number): number {
    return this.folded[at + 1] ?? SKIPPED;
  }
}
