import type { Told } from './told.js';

/** What is to be known of a source as a whole. */
export interface SourceTold {
  /** Short and stable: `bangumi-data`. */
  readonly key: string;
  readonly title: string;
  /** SPDX identifier or the source's own words. */
  readonly licence: string;
  readonly url?: string | undefined;
  readonly version?: string | undefined;
  /** Of that version. */
  readonly date?: string | undefined;
}

/** A row that can't be read: the rule, the value and the way out, and where it stands. */
export interface Rejected {
  /** `songs.jsonl:12`, `an210.json @graph[7] C10001`. */
  readonly place: string;
  readonly reason: string;
  /** The row, as far as it helps to find it. */
  readonly row: string;
}

/** One thing after the other, as it is read: a record with the place where it stands, or a row that can't be read. */
export type Reading = { readonly place: string; readonly told: Told } | { readonly rejected: Rejected };

/** Receives how much of its input a source has read, from 0 to 1: what is left of a first load is reckoned by it. */
export type Reached = (share: number) => void;

/**
 * A foreign format. It is read in one pass and never held whole: things that facts lead to come before them. Where two things refer to each
 * other, a second record with the same `ref` tells the rest.
 */
export interface DataSource {
  readonly key: string;
  /** The source whose refs this one uses too; its own where nothing is said. */
  readonly refs?: string;
  /** Whether all of its records but those of terms are linked by ids alone (BY_ID): then an empty graph can take it in bulk with others. */
  readonly linksById?: boolean;
  /** What stands at `path`; throws a sentence where there is no such data. Sources that are npm packages have no path. */
  readonly describe: (path: string) => SourceTold | Promise<SourceTold>;
  readonly read: (path: string, reached: Reached) => Iterable<Reading> | AsyncIterable<Reading>;
}
