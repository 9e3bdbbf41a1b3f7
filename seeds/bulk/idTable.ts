import { Hashed } from './hashed.js';

const width = 'wrk_00000000000000'.length;

/** Ids of ours by text. */
export class IdTable {
  private readonly made = new Hashed(width);
  /** Ids that somebody else has made up. */
  private readonly others = new Map<string, string[]>();

  /** What is added twice is kept once. */
  add(text: string, id: string): void {
    if (this.all(text).includes(id)) return;
    const bytes = bytesOf(id);
    if (bytes) this.made.add(text, bytes);
    else this.others.set(text, [...(this.others.get(text) ?? []), id]);
  }

  get(text: string): string | undefined {
    return this.all(text)[0];
  }

  all(text: string): readonly string[] {
    return [...[...this.made.all(text)].map((bytes) => String.fromCharCode(...bytes)), ...(this.others.get(text) ?? [])];
  }
}

const form = /^[a-z]{3}_[0-9a-z]{14}$/;

function bytesOf(id: string): Uint8Array | undefined {
  return form.test(id) ? Uint8Array.from(id, (letter) => letter.charCodeAt(0)) : undefined;
}
