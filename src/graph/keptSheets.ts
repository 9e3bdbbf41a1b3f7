import { Collected } from '../matching/collected.js';
import { KeptRecords } from '../matching/keptRecords.js';
import { Postings, type Scored, type Wanted } from '../matching/postings.js';
import type { MatchedType } from './ids.js';
import type { Carried, Places, Sheet, Sheets } from './sheets.js';

/** What all things of a kind express, kept in memory, with the things' plain fields. Things are numbers here, in the order of their ids at first. */
export class KeptSheets {
  private readonly records: KeptRecords<Carried>;
  private readonly postings: Postings;
  private readonly sorted: number;
  private readonly later = new Map<string, number>();
  private readonly rarities: Float64Array;

  private constructor(records: KeptRecords<Carried>, postings: Postings, factors: number) {
    this.records = records;
    this.postings = postings;
    this.sorted = records.count;
    this.rarities = Float64Array.from({ length: factors }, (_, factor) => rarityOf(postings.things(factor), records.count));
  }

  static async read(sheets: Sheets, type: MatchedType, places: Places): Promise<KeptSheets> {
    const records = new KeptRecords<Carried>();
    const collected = new Collected(places.size);
    for await (const page of sheets.all(type, places)) {
      for (const { record, statements } of page) {
        records.add(record);
        collected.add(statements);
      }
    }
    return new KeptSheets(records, await Postings.of(collected), places.size);
  }

  get count(): number {
    return this.records.count;
  }

  /** In bytes: what is scored, and what is told of the things. */
  get size(): { readonly postings: number; readonly records: number } {
    return { postings: this.postings.size, records: this.records.size };
  }

  best(wanted: readonly Wanted[], most: number): readonly Scored[] {
    return this.postings.best(wanted, most);
  }

  weight(thing: number, factor: number): number {
    return this.postings.weight(thing, factor);
  }

  /** How rare a factor was here when all was read, from nearly 0 to 1; 0 where nothing expressed it. */
  rarity(factor: number): number {
    return this.rarities[factor] ?? 0;
  }

  record(thing: number): Carried {
    return this.records.get(thing);
  }

  /** The number of a thing; undefined where it has expressed nothing. */
  find(id: string): number | undefined {
    let from = 0;
    let to = this.sorted;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.record(middle).id < id) from = middle + 1;
      else to = middle;
    }
    return from < this.sorted && this.record(from).id === id ? from : this.later.get(id);
  }

  /** Of a thing that is gone. */
  clear(id: string): void {
    const thing = this.find(id);
    if (thing !== undefined) this.postings.change(thing, []);
  }

  /** Takes in what a thing says now; false where there is no room for another thing. */
  change({ record, statements }: Sheet): boolean {
    const known = this.find(record.id);
    if (known === undefined && statements.length === 0) return true;
    if (known === undefined && this.count >= this.postings.capacity) return false;
    const thing = known ?? this.records.add(record);
    if (known === undefined) this.later.set(record.id, thing);
    else this.records.put(thing, record);
    this.postings.change(thing, statements);
    return true;
  }
}

const rarityOf = (things: number, all: number): number => (things === 0 ? 0 : Math.log(1 + all / things) / Math.log(1 + all));
