import type { ManagedTransaction } from 'neo4j-driver';
import type { Considered, NameAsked, Resolving } from '../src/graph/resolve.js';
import { type Found, type KnownTieUp, NearThings, tieUpsBetween } from './nearThings.js';
import { type Kept, keptRecords, redirectsOf, stillAsked, thingsCalled } from './recordStore.js';
import type { ThingType } from './told.js';

/** Where an editor's merge has led an id. */
export interface Moved {
  readonly to: string;
  /** The number of the edit. */
  readonly number: number;
}

/** What is known already of what records may tell of: all that linking looks up. */
export interface Known {
  readonly records: (keys: readonly string[]) => Promise<ReadonlyMap<string, Kept>>;
  /** The things that sources call so (aboutKey), with Neo4j's own ids of them. */
  readonly called: (abouts: Iterable<string>) => Promise<readonly { readonly about: string; readonly thing: string; readonly node: string }[]>;
  /** Those of these of which there is a record, but it is not known yet what it tells of. */
  readonly stillAsked: (abouts: Iterable<string>) => Promise<ReadonlySet<string>>;
  /** Things of one kind by our own ids. */
  readonly own: (type: ThingType, ids: readonly string[]) => Promise<Found>;
  /** Things of one kind by their ids elsewhere (`SITE:value`). */
  readonly identified: (type: ThingType, keys: readonly string[]) => Promise<Found>;
  /** Things of one kind by what their names fold to. */
  readonly named: (type: ThingType, keys: readonly string[]) => Promise<Found>;
  /** What may be meant by names that are looked at with care. */
  readonly consider: (asked: readonly NameAsked[]) => Promise<readonly Considered[]>;
  /** The tie-ups of songs with works, by both ids with a space between. */
  readonly tieUps: (pairs: readonly (readonly [string, string])[]) => Promise<ReadonlyMap<string, readonly KnownTieUp[]>>;
  readonly moved: (ids: readonly string[]) => Promise<ReadonlyMap<string, Moved>>;
}

/** What the graph knows, as one transaction sees it. */
export class KnownInGraph extends NearThings implements Known {
  private readonly resolving: Resolving;

  constructor(transaction: ManagedTransaction, resolving: Resolving, refs: string) {
    super(transaction, refs);
    this.resolving = resolving;
  }

  readonly records = (keys: readonly string[]) => keptRecords(this.transaction, keys);
  readonly called = (abouts: Iterable<string>) => thingsCalled(this.transaction, abouts);
  readonly stillAsked = (abouts: Iterable<string>) => stillAsked(this.transaction, abouts);
  readonly consider = (asked: readonly NameAsked[]) => this.resolving.consider(asked, new AbortController().signal);
  readonly tieUps = (pairs: readonly (readonly [string, string])[]) => tieUpsBetween(this.transaction, pairs);
  readonly moved = (ids: readonly string[]) => redirectsOf(this.transaction, ids);
}
