import type { Collected } from './collected.js';
import { type Kernel, kernelOver } from './kernel.js';
import { factorIn, type Statements, weightIn } from './statements.js';

/** How much a factor counts: an integer, below 0 where it is not wanted. */
export interface Wanted {
  readonly factor: number;
  readonly by: number;
}

export interface Scored {
  readonly thing: number;
  readonly sum: number;
}

/** Places within a block are told in two bytes. */
const blockSize = 65_536;
/** Things may come in without all being written again. */
const spare = 1024;
const pageSize = 65_536;
/** So many of the best at most. */
const mostFound = 200;

/**
 * Which things express a factor and how much, by factor: three bytes a statement, in one memory that the kernel works over.
 * Things and factors are numbers from 0. What changes is written in place where the factor was there already, else beside.
 */
export class Postings {
  /** How many of them there may be before all has to be written again. */
  readonly capacity: number;
  private readonly factors: number;
  private readonly blocks: number;
  /** Where the statements of a factor in a block begin, by factor, then block; the next begins where they end. */
  private readonly starts: Uint32Array;
  private readonly memory: WebAssembly.Memory;
  private readonly layout: Layout;
  private readonly places: Uint16Array;
  private readonly weights: Uint8Array;
  private readonly kernel: Kernel;
  private readonly later = new Map<number, Map<number, number>>();

  private constructor(given: Collected, blocks: number, layout: Layout, memory: WebAssembly.Memory, kernel: Kernel) {
    this.capacity = given.things + spare;
    this.factors = given.factors;
    this.blocks = blocks;
    this.memory = memory;
    this.layout = layout;
    this.kernel = kernel;
    this.places = new Uint16Array(memory.buffer, layout.places, given.count);
    this.weights = new Uint8Array(memory.buffer, layout.weights, given.count);
    this.starts = sortedInto(given, blocks, this.places, this.weights);
  }

  static async of(given: Collected): Promise<Postings> {
    const blocks = Math.ceil((given.things + spare) / blockSize);
    const layout = layoutOf(given.count);
    const pages = Math.ceil(layout.end / pageSize);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    return new Postings(given, blocks, layout, memory, await kernelOver(memory));
  }

  /** In bytes. */
  get size(): number {
    return this.memory.buffer.byteLength + this.starts.byteLength;
  }

  /** The best things, at most `mostFound`: the highest sum of weight × by first, all above 0; of equal ones the first. */
  best(wanted: readonly Wanted[], most: number): readonly Scored[] {
    const { sums, table } = this.layout;
    let found = 0;
    for (let block = 0; block < this.blocks; block += 1) {
      for (const { factor, by } of wanted) this.addAll(factor, block, by);
      found = this.kernel.best(sums, blockSize, block * blockSize, table, found, most);
    }
    const pairs = new Int32Array(this.memory.buffer, table, found * 2);
    return Array.from({ length: found }, (_, index) => ({ sum: pairs[index * 2] ?? 0, thing: pairs[index * 2 + 1] ?? 0 }));
  }

  /** How many things expressed a factor when all was written. */
  things(factor: number): number {
    return factor >= this.factors ? 0 : (this.starts[(factor + 1) * this.blocks] ?? 0) - (this.starts[factor * this.blocks] ?? 0);
  }

  /** How much a thing expresses a factor, from 0 to 255. */
  weight(thing: number, factor: number): number {
    const at = this.find(thing, factor);
    return at < 0 ? (this.later.get(this.slice(factor, thing))?.get(thing % blockSize) ?? 0) : (this.weights[at] ?? 0);
  }

  /** From now on a thing expresses just this. */
  change(thing: number, statements: Statements): void {
    if (thing >= this.capacity) throw new RangeError(`There is no room for thing ${thing} of ${this.capacity}.`);
    for (let factor = 0; factor < this.factors; factor += 1) {
      const at = this.find(thing, factor);
      if (at >= 0) this.weights[at] = 0;
    }
    for (const [slice, added] of this.later) if (slice % this.blocks === Math.floor(thing / blockSize)) added.delete(thing % blockSize);
    for (const statement of statements) this.set(thing, factorIn(statement), weightIn(statement));
  }

  private set(thing: number, factor: number, weight: number): void {
    const at = this.find(thing, factor);
    if (at >= 0) {
      this.weights[at] = weight;
      return;
    }
    const slice = this.slice(factor, thing);
    const added = this.later.get(slice) ?? new Map<number, number>();
    this.later.set(slice, added.set(thing % blockSize, weight));
  }

  private addAll(factor: number, block: number, by: number): void {
    const slice = factor * this.blocks + block;
    const { sums, places, weights } = this.layout;
    if (factor < this.factors) {
      const start = this.starts[slice] ?? 0;
      this.kernel.add(places + start * 2, weights + start, (this.starts[slice + 1] ?? 0) - start, by, sums);
    }
    const added = this.later.get(slice);
    if (!added) return;
    const all = new Int32Array(this.memory.buffer, sums, blockSize);
    for (const [place, weight] of added) all[place] = (all[place] ?? 0) + weight * by;
  }

  private slice(factor: number, thing: number): number {
    return factor * this.blocks + Math.floor(thing / blockSize);
  }

  /** Where the statement stands; below 0 where there is none. Within a slice the places ascend. */
  private find(thing: number, factor: number): number {
    if (factor >= this.factors) return -1;
    const slice = this.slice(factor, thing);
    const place = thing % blockSize;
    let from = this.starts[slice] ?? 0;
    let to = this.starts[slice + 1] ?? 0;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.places[middle] ?? 0) < place) from = middle + 1;
      else to = middle;
    }
    return from < (this.starts[slice + 1] ?? 0) && this.places[from] === place ? from : -1;
  }
}

/** Where what lies in the memory, in bytes. */
interface Layout {
  readonly table: number;
  readonly sums: number;
  readonly places: number;
  readonly weights: number;
  readonly end: number;
}

function layoutOf(count: number): Layout {
  const table = 0;
  const sums = table + mostFound * 8;
  const places = sums + blockSize * 4;
  const weights = places + count * 2;
  return { table, sums, places, weights, end: weights + count };
}

/** Sorts by factor and block, counting first; things come in their order, so their places ascend. */
function sortedInto(given: Collected, blocks: number, places: Uint16Array, weights: Uint8Array): Uint32Array {
  const starts = new Uint32Array(given.factors * blocks + 1);
  const sliceOf = (factor: number, thing: number) => factor * blocks + Math.floor(thing / blockSize);
  given.each((thing, factor) => {
    const slice = sliceOf(factor, thing) + 1;
    starts[slice] = (starts[slice] ?? 0) + 1;
  });
  for (let slice = 1; slice < starts.length; slice += 1) starts[slice] = (starts[slice] ?? 0) + (starts[slice - 1] ?? 0);
  const next = starts.slice();
  given.each((thing, factor, weight) => {
    const slice = sliceOf(factor, thing);
    const at = next[slice] ?? 0;
    places[at] = thing % blockSize;
    weights[at] = weight;
    next[slice] = at + 1;
  });
  return starts;
}
