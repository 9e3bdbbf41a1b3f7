import { NameSet } from '../matching/nameSet.js';
import { type Lexicon, lexiconOf } from '../matching/reading/lexicon.js';
import { subjectOf } from '../matching/reading/subject.js';
import { toldFor } from './gone.js';
import { MATCHED, type MatchedType, typeOfId } from './ids.js';
import { KeptSheets } from './keptSheets.js';
import type { Places, Sheets, TermRead } from './sheets.js';

/** The taxonomy and all that is said in its terms, as it is kept in memory. Terms are numbers here. */
export interface Kept {
  readonly terms: readonly TermRead[];
  /** The number of each term's id. */
  readonly places: ReadonlyMap<string, number>;
  /** Its number by the database's own. */
  readonly numbers: Places;
  /** Of each term those that say it as well, or nearly. */
  readonly near: readonly (readonly Near[])[];
  readonly lexicon: Lexicon;
  /** What things that a text may mention are called. */
  readonly names: NameSet;
  readonly kinds: ReadonlyMap<MatchedType, KeptSheets>;
}

interface Near {
  readonly factor: number;
  /** How nearly, from 0 to 1. */
  readonly strength: number;
}

/** A term under another says it as well, more narrowly. */
const narrowerStrength = 0.8;

/** An answer is at most so old (ms); it is looked at in half the time where somebody asks. */
const freshness = 1000;
/** Clocks and commits need not come in one order: what was changed shortly before is looked at again (ms). */
const overlap = 5000;
/** When more than so much has changed at once, all is read again. */
const many = 20_000;

/**
 * Keeps what things express in memory, read from the graph when it is first asked for. Whoever asks later is answered with what the graph said at
 * most a second ago: what was changed since is read before.
 */
export class KeptGraph {
  private readonly sheets: Sheets;
  private kept: Promise<Kept> | undefined;
  private seen = new Map<string, number>();
  private since = 0;
  private lookedAt = 0;
  private looking: Promise<void> | undefined;

  constructor(sheets: Sheets) {
    this.sheets = sheets;
  }

  async get(): Promise<Kept> {
    // What was taken away is told for some time only.
    if (this.lookedAt > 0 && Date.now() - this.lookedAt > toldFor / 2) this.forget();
    this.kept ??= this.readAll();
    const kept = await this.kept;
    const age = Date.now() - this.lookedAt;
    if (age < freshness / 2) return kept;
    const looking = this.lookOnce(kept);
    if (age >= freshness) await looking;
    return this.kept ?? kept;
  }

  /** Whoever is answered meanwhile does not wait, so that of many answers none is slower for it. */
  private lookOnce(kept: Kept): Promise<void> {
    this.looking ??= this.look(kept).finally(() => {
      this.looking = undefined;
    });
    // Told to those who wait for it, and by the next who looks.
    this.looking.catch(() => undefined);
    return this.looking;
  }

  private forget(): void {
    this.kept = undefined;
    this.lookedAt = 0;
  }

  private readAll(): Promise<Kept> {
    const reading = this.read();
    // Whoever asks after a failure tries again.
    reading.catch(() => {
      if (this.kept === reading) this.kept = undefined;
    });
    return reading;
  }

  private async read(): Promise<Kept> {
    const { now } = await this.sheets.changedSince(Number.MAX_SAFE_INTEGER);
    const terms = await this.sheets.terms();
    const places = new Map(terms.map(({ record }, place) => [record.id, place]));
    const numbers = new Map(terms.map(({ number }, place) => [number, place]));
    const kinds = new Map<MatchedType, KeptSheets>();
    for (const type of MATCHED) kinds.set(type, await KeptSheets.read(this.sheets, type, numbers));
    const names = new NameSet();
    for await (const page of this.sheets.names()) for (const name of page) names.add(name);
    this.since = now - overlap;
    this.seen = new Map();
    this.lookedAt = Date.now();
    return { terms, places, numbers, near: terms.map((term) => nearTo(term, places)), lexicon: lexiconOfTerms(terms), names, kinds };
  }

  private async look(kept: Kept): Promise<void> {
    const { now, changed } = await this.sheets.changedSince(this.since);
    this.lookedAt = Date.now();
    const fresh = changed.filter(([id, at]) => this.seen.get(id) !== at).map(([id]) => id);
    this.since = now - overlap;
    this.seen = new Map(changed.filter(([, at]) => at >= this.since));
    if (fresh.length === 0) return;
    if (fresh.length > many || fresh.some((id) => typeOfId(id) === 'Factor') || !(await this.takeIn(kept, fresh))) this.kept = this.readAll();
  }

  /** False where all has to be read again. */
  private async takeIn({ kinds, numbers }: Kept, ids: readonly string[]): Promise<boolean> {
    for (const [type, sheets] of kinds) {
      const own = ids.filter((id) => typeOfId(id) === type);
      if (own.length === 0) continue;
      const read = await this.sheets.of(type, own, numbers);
      const there = new Set(read.map(({ record }) => record.id));
      for (const id of own) if (!there.has(id)) sheets.clear(id);
      for (const sheet of read) if (!sheets.change(sheet)) return false;
    }
    return true;
  }
}

function nearTo({ narrower, related }: TermRead, places: ReadonlyMap<string, number>): readonly Near[] {
  return [...narrower.map((id) => ({ id, strength: narrowerStrength })), ...related].flatMap(({ id, strength }) => {
    const factor = places.get(id);
    return factor === undefined ? [] : [{ factor, strength }];
  });
}

function lexiconOfTerms(terms: readonly TermRead[]): Lexicon {
  return lexiconOf(terms.map(({ record, names, words }, factor) => ({ factor, of: subjectOf(record.facet), names, words })));
}
