import { TIE_UP_KINDS } from '../../src/graph/vocabulary.js';
import type { KnownTieUp } from '../nearThings.js';
import { Hashed } from './hashed.js';
import { bytesOf, idIn, idWidth } from './idTable.js';

const width = idWidth + 9;

const kinds: readonly string[] = TIE_UP_KINDS;

/** Tie-ups by what they are between: an id, the place of the kind, sequence and version, 0 where there is none. */
export class TieUpTable {
  private readonly made = new Hashed(width);

  add(between: string, { id, kind, sequence, version }: KnownTieUp): void {
    const bytes = new Uint8Array(width);
    bytes.set(bytesOf(id) ?? neverMade(id));
    const view = new DataView(bytes.buffer, idWidth);
    view.setUint8(0, kinds.indexOf(kind) + 1);
    view.setUint32(1, sequence ?? 0);
    view.setUint32(5, version ?? 0);
    this.made.add(between, bytes);
  }

  all(between: string): readonly KnownTieUp[] {
    return [...this.made.all(between)].map((bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset + idWidth);
      return {
        id: idIn(bytes),
        kind: kinds[view.getUint8(0) - 1] ?? '',
        sequence: view.getUint32(1) || null,
        version: view.getUint32(5) || null,
      };
    });
  }
}

/** The id of a tie-up is always made of what it is (identity.ts). */
function neverMade(id: string): never {
  throw new Error(`${id} is no id of a tie-up.`);
}
