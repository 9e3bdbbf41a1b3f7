/**
 * Bytes by text, several to a text where need be, in arrays that grow by doubling: what a Map of millions of strings takes of memory, ten times
 * over. Texts are told apart by 63 bits of hash: of ten million the chance that any two are taken for one is one in 180,000.
 */
export class Hashed {
  private readonly width: number;
  private hashes = new Uint32Array(2 << 10);
  private values: Uint8Array;
  private count = 0;

  constructor(width: number) {
    this.width = width;
    this.values = new Uint8Array(width << 10);
  }

  add(text: string, value: Uint8Array = none): void {
    if (this.count * 10 >= this.slots * 7) this.grow();
    const [low, high] = hashOf(text);
    this.put(low, high, value);
    this.count += 1;
  }

  /** All that was added for a text, in that order. */
  *all(text: string): Generator<Uint8Array> {
    const [low, high] = hashOf(text);
    for (let slot = low % this.slots; !this.isFree(slot); slot = (slot + 1) % this.slots) {
      if (this.hashes[2 * slot] === low && this.hashes[2 * slot + 1] === high) yield this.values.subarray(slot * this.width, (slot + 1) * this.width);
    }
  }

  has(text: string): boolean {
    return !this.all(text).next().done;
  }

  private get slots(): number {
    return this.hashes.length / 2;
  }

  private isFree(slot: number): boolean {
    return this.hashes[2 * slot] === 0 && this.hashes[2 * slot + 1] === 0;
  }

  private put(low: number, high: number, value: Uint8Array): void {
    let slot = low % this.slots;
    while (!this.isFree(slot)) slot = (slot + 1) % this.slots;
    this.hashes[2 * slot] = low;
    this.hashes[2 * slot + 1] = high;
    this.values.set(value, slot * this.width);
  }

  private grow(): void {
    const { hashes, values, slots, width } = this;
    this.hashes = new Uint32Array(hashes.length * 2);
    this.values = new Uint8Array(values.length * 2);
    for (const slot of inOrder(hashes, slots)) {
      this.put(hashes[2 * slot] ?? 0, hashes[2 * slot + 1] ?? 0, values.subarray(slot * width, (slot + 1) * width));
    }
  }
}

const none = new Uint8Array(0);

/** From a free slot on, so that what was added first of a text, even around the end, is met first. */
function* inOrder(hashes: Uint32Array, slots: number): Generator<number> {
  let first = 0;
  while (hashes[2 * first] !== 0 || hashes[2 * first + 1] !== 0) first += 1;
  for (let step = 0; step < slots; step += 1) {
    const slot = (first + step) % slots;
    if (hashes[2 * slot] !== 0 || hashes[2 * slot + 1] !== 0) yield slot;
  }
}

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
