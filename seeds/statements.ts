import type { NAME_KINDS } from '../src/graph/vocabulary.js';
import type { Site } from '../src/sites.js';
import type { SourceTold } from './source.js';
import type { ThingType } from './told.js';

/**
 * What a source says, in our own words: things with their fields, names and ids, and facts between things. The loader knows
 * nothing of sources, and a source nothing of the database.
 */
export interface Statements {
  readonly sources: readonly SourceTold[];
  readonly things: readonly Thing[];
  readonly facts: readonly Fact[];
}

export interface Thing {
  readonly type: ThingType;
  /** What other statements of this load call it. */
  readonly ref: string;
  readonly source: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly names: readonly NameStatement[];
  readonly ids: readonly { readonly site: Site; readonly value: string }[];
}

export type FieldValue = string | number | readonly number[] | readonly string[] | null;

export interface NameStatement {
  readonly text: string;
  readonly kind: (typeof NAME_KINDS)[number];
  readonly language: string | null;
  readonly spoiler?: boolean;
}

/** One relationship. `identity` are the properties that tell it from others between the same two things. */
export interface Fact {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly identity: Readonly<Record<string, string | number>>;
  readonly says: Readonly<Record<string, FieldValue>>;
}
