import type { ManagedTransaction } from 'neo4j-driver';
import { NameIndex } from '../src/graph/nameIndex.js';
import { Resolving } from '../src/graph/resolve.js';
import { runOver, withRetries } from '../src/graph/run.js';
import type { Sourced } from './assemble.js';
import { assembleAnew } from './assembling.js';
import type { Placed } from './batches.js';
import type { Into } from './into.js';
import { KnownInGraph } from './known.js';
import { type LinkedBatch, linkBatch, type Origin, type Outcome, outcomeOf } from './linkBatch.js';
import type { Called } from './linkRecords.js';
import { aboutKey, markSeen, type RecordRow } from './recordStore.js';
import type { Brought } from './waits.js';

interface Ways {
  /** Looks and counts, but writes nothing. */
  readonly dryRun?: boolean;
  /** What is the same as before is looked at again: it was waiting. */
  readonly again?: boolean;
}

/** Brings records into the graph, some at a time: they are linked, kept, and the things that they tell of are assembled anew. */
export class Bringing {
  /** When this load began; what it sees is marked with it. */
  readonly at = new Date().toISOString();
  private readonly origin: Origin;
  private readonly ways: Ways;
  private readonly resolving: Resolving;
  /** In a dry run nothing that is linked can be read again. */
  private readonly linkedDry: Called = new Map();

  constructor({ driver, database, bolt }: Into, origin: Origin, ways: Ways = {}) {
    this.origin = origin;
    this.ways = ways;
    this.resolving = new Resolving(new NameIndex(withRetries(runOver(driver, database, bolt))));
  }

  /** Records that were read together, in one transaction. */
  async batch(transaction: ManagedTransaction, placed: readonly Placed[]): Promise<Outcome> {
    const { dryRun = false, again = false } = this.ways;
    const known = new KnownInGraph(transaction, this.resolving, this.origin.refs);
    const batch = await linkBatch(known, placed, { ...this.origin, again, called: dryRun ? this.linkedDry : new Map() });
    if (!dryRun) {
      await markSeen(transaction, batch.settled, this.at);
      await this.write(transaction, batch);
    }
    return outcomeOf(batch);
  }

  private async write(transaction: ManagedTransaction, { taken, kept, called, nodes }: LinkedBatch): Promise<void> {
    if (taken.length === 0) return;
    const fresh = new Map<string, Sourced[]>();
    // A record that is told again says all that it says.
    for (const { told, linked } of new Map(taken.map((each) => [each.key, each])).values()) {
      if (linked.thing === null) continue;
      const list = fresh.get(linked.thing) ?? [];
      fresh.set(linked.thing, list);
      list.push({ ...this.origin, told, merged: linked.merges?.at(-1) ?? 0 });
    }
    const left = taken.flatMap(({ key }) => kept.get(key)?.thing ?? []);
    const rows = taken.map((each) => recordRow(each, this.origin, !kept.has(each.key)));
    await assembleAnew(transaction, { things: new Set([...fresh.keys(), ...left]), brought: { fresh, rows, called, nodes, load: this.at } });
  }
}

/** A record as it is kept. */
export function recordRow({ key, hash, said, place, told, linked }: Brought, { source, refs }: Origin, isNew: boolean): RecordRow {
  return { ...linked, key, hash, said, place, source, about: aboutKey(refs, told.ref), type: told.type, isNew };
}
