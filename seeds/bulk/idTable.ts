import { idLetters, idPrefixes, lettersInId } from '../identity.js';
import { Hashed } from './hashed.js';

/** Ids of ours by text. */
export class IdTable {
  private readonly made = new Hashed(idWidth);
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
    return [...[...this.made.all(text)].map(idIn), ...(this.others.get(text) ?? [])];
  }
}

const kinds = Object.values(idPrefixes);
const bitsOfLetter = 5;

/** The place of its kind, then five bits for each letter. */
export const idWidth = 1 + Math.ceil((lettersInId * bitsOfLetter) / 8);

/** Undefined of an id that was not made here (idOf). */
export function bytesOf(id: string): Uint8Array | undefined {
  const [kind = '', letters = ''] = id.split('_');
  const places = [...letters].map((letter) => idLetters.indexOf(letter));
  if (!kinds.includes(kind) || places.length !== lettersInId || places.includes(-1)) return undefined;
  const bytes = new Uint8Array(idWidth);
  bytes[0] = kinds.indexOf(kind);
  let [waiting, bits, at] = [0, 0, 1];
  for (const place of places) {
    waiting = (waiting << bitsOfLetter) | place;
    bits += bitsOfLetter;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = waiting >> bits;
    waiting &= (1 << bits) - 1;
  }
  bytes[at] = waiting << (8 - bits);
  return bytes;
}

export function idIn(bytes: Uint8Array): string {
  let id = `${kinds[bytes[0] ?? 0]}_`;
  let [waiting, bits, at] = [0, 0, 1];
  for (let letter = 0; letter < lettersInId; letter += 1) {
    if (bits < bitsOfLetter) {
      waiting = (waiting << 8) | (bytes[at++] ?? 0);
      bits += 8;
    }
    bits -= bitsOfLetter;
    id += idLetters[waiting >> bits];
    waiting &= (1 << bits) - 1;
  }
  return id;
}
