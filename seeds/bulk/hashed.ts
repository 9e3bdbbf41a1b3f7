const parts = 256;
const slotsAtFirst = 16;
/** How full a part may be, and how much it grows then: it is seven tenths full on average, and while one grows the others don't. */
const fullest = 0.8;
const growth = 1.25;

/**
 * Bytes by text, several to a text where need be: what a Map of millions of strings takes of memory, ten times over. Texts are told apart by 63
 * bits of hash: of ten million the chance that any two are taken for one is one in 180,000.
 */
export class Hashed {
  private readonly parts: readonly Part[];

  constructor(width: number) {
    this.parts = Array.from({ length: parts }, () => new Part(width));
  }

  add(text: string, value: Uint8Array = none): void {
    const [low, high] = hashOf(text);
    this.partOf(high).add(low, high, value);
  }

  /** All that was added for a text, in that order. */
  all(text: string): Generator<Uint8Array> {
    const [low, high] = hashOf(text);
    return this.partOf(high).all(low, high);
  }

  has(text: string): boolean {
    return !this.all(text).next().done;
  }

  private partOf(high: number): Part {
    return this.parts[high >>> 24] as Part;
  }
}

/** Open addressing, each hash at the first free slot from its own on. */
class Part {
  private readonly width: number;
  private hashes: Uint32Array;
  private values: Uint8Array;
  private count = 0;

  constructor(width: number, hashes: Uint32Array = hashesOf(slotsAtFirst), values: Uint8Array = new Uint8Array(room(width * slotsAtFirst))) {
    this.width = width;
    this.hashes = hashes;
    this.values = values;
  }

  add(low: number, high: number, value: Uint8Array): void {
    if (this.count >= this.slots * fullest) this.grow();
    this.put(low, high, value);
    this.count += 1;
  }

  *all(low: number, high: number): Generator<Uint8Array> {
    for (let slot = low % this.slots; !this.isFree(slot); slot = (slot + 1) % this.slots) {
      if (this.hashes[2 * slot] === low && this.hashes[2 * slot + 1] === high) yield this.valueAt(slot);
    }
  }

  private get slots(): number {
    return this.hashes.length / 2;
  }

  private isFree(slot: number): boolean {
    return this.hashes[2 * slot] === 0 && this.hashes[2 * slot + 1] === 0;
  }

  private valueAt(slot: number): Uint8Array {
    return this.values.subarray(slot * this.width, (slot + 1) * this.width);
  }

  private put(low: number, high: number, value: Uint8Array): void {
    let slot = low % this.slots;
    while (!this.isFree(slot)) slot = (slot + 1) % this.slots;
    this.hashes[2 * slot] = low;
    this.hashes[2 * slot + 1] = high;
    this.values.set(value, slot * this.width);
  }

  private grow(): void {
    const before = new Part(this.width, this.hashes, this.values);
    const slots = Math.ceil(this.slots * growth);
    this.hashes = hashesOf(slots);
    this.values = new Uint8Array(room(this.width * slots));
    for (const slot of before.inOrder()) this.put(before.hashes[2 * slot] ?? 0, before.hashes[2 * slot + 1] ?? 0, before.valueAt(slot));
  }

  /** From a free slot on, so that what was added first of a text, even around the end, is met first. */
  private *inOrder(): Generator<number> {
    let first = 0;
    while (!this.isFree(first)) first += 1;
    for (let step = 0; step < this.slots; step += 1) {
      const slot = (first + step) % this.slots;
      if (!this.isFree(slot)) yield slot;
    }
  }
}

const none = new Uint8Array(0);

/** What could be resized has pages of its own, which the system gets back with it; the process would keep what else is given back in such pieces. */
const room = (bytes: number) => new ArrayBuffer(bytes, { maxByteLength: bytes });
const hashesOf = (slots: number) => new Uint32Array(room(2 * Uint32Array.BYTES_PER_ELEMENT * slots));

/** Never 0, 0: that is a free slot. */
function hashOf(text: string): readonly [number, number] {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    low = Math.imul(low ^ letter, 0x27d4eb2f);
    high = Math.imul(high ^ letter, 0x165667b1);
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  const mixed = Math.imul(low ^ (high >>> 16), 0x7feb352d);
  return [(mixed ^ (mixed >>> 15)) >>> 0, (Math.imul(high ^ (low >>> 16), 0x846ca68b) | 1) >>> 0];
}
