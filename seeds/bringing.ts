import type { ManagedTransaction } from 'neo4j-driver';
import { NameIndex } from '../src/graph/nameIndex.js';
import { Resolving } from '../src/graph/resolve.js';
import { runOver, withRetries } from '../src/graph/run.js';
import type { Sourced } from './assemble.js';
import { assembleAnew } from './assembling.js';
import type { Placed } from './batches.js';
import { type Counts, nothing } from './counts.js';
import type { Into } from './into.js';
import { type Called, type Linked, linkRecords } from './linkRecords.js';
import type { Nodes } from './nodes.js';
import { aboutKey, aboutsIn, hashOf, type Kept, keptRecords, markSeen, type RecordRow, recordKey, redirectsOf, thingsCalled } from './recordStore.js';
import type { Rejected } from './source.js';
import { statementsIn, type Told } from './told.js';
import { type Brought, withWaits } from './waits.js';

/** Where records come from. */
export interface Origin {
  readonly source: string;
  /** The source whose refs they use. */
  readonly refs: string;
}

/** What came of a batch, to be told once it is committed. */
export interface Outcome {
  readonly counts: Counts;
  readonly rejected: readonly Rejected[];
}

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

  constructor({ driver, database }: Into, origin: Origin, ways: Ways = {}) {
    this.origin = origin;
    this.ways = ways;
    this.resolving = new Resolving(new NameIndex(withRetries(runOver(driver, database, undefined))));
  }

  /** Records that were read together, in one transaction. */
  async batch(transaction: ManagedTransaction, placed: readonly Placed[]): Promise<Outcome> {
    const { source, refs } = this.origin;
    const { dryRun = false, again = false } = this.ways;
    const records = placed.map(({ told, place }) => toBring(told, place, source));
    const kept = await keptRecords(
      transaction,
      records.map(({ key }) => key),
    );
    const isSettled = ({ key, hash }: Omit<Brought, 'linked'>) => !again && kept.get(key)?.hash === hash && kept.get(key)?.thing !== null;
    const settled = records.filter(isSettled);
    const changed = records.filter((record) => !isSettled(record));
    const called: Called = dryRun ? this.linkedDry : new Map();
    const nodes: Nodes = new Map();
    for (const { about, thing, node } of await thingsCalled(
      transaction,
      changed.flatMap(({ told }) => aboutsIn(refs, told)),
    )) {
      called.set(about, thing);
      nodes.set(thing, node);
    }
    const linked = await linkRecords(
      changed.map(({ told, key }) => ({ told, kept: kept.get(key) })),
      { transaction, resolving: this.resolving, source: refs, called, signal: new AbortController().signal },
    );
    const brought = await redirected(
      transaction,
      changed.map((record, index): Brought => ({ ...record, linked: linked[index] ?? neverLinked() })),
      { refs, called },
    );
    const { taken, rejected, loose } = await withWaits(transaction, brought, { refs, again }, called);
    if (!dryRun) {
      await markSeen(
        transaction,
        settled.map(({ key }) => key),
        this.at,
      );
      await this.write(transaction, taken, { kept, called, nodes });
    }
    const standings = [...settled.map(({ key }) => kept.get(key)?.standing ?? 'NEW'), ...taken.map((each) => each.linked.standing)];
    return {
      rejected: [...rejected, ...loose],
      counts: {
        ...nothing,
        read: records.length,
        loaded: standings.filter((standing) => standing === 'NEW').length,
        merged: standings.filter((standing) => standing === 'JOINED').length,
        open: standings.filter((standing) => standing === 'OPEN' || standing === 'WAITING').length,
        rejected: rejected.length,
        changed: changed.filter(({ key, hash }) => kept.get(key)?.hash !== hash).length,
        loose: loose.length,
        statements: records.reduce((total, { told }) => total + statementsIn(told), 0),
      },
    };
  }

  private async write(
    transaction: ManagedTransaction,
    brought: readonly Brought[],
    { kept, called, nodes }: { readonly kept: ReadonlyMap<string, Kept>; readonly called: Called; readonly nodes: Nodes },
  ): Promise<void> {
    if (brought.length === 0) return;
    const { source, refs } = this.origin;
    const rows = brought.map(
      ({ key, hash, said, place, told, linked }): RecordRow => ({
        ...linked,
        key,
        hash,
        said,
        place,
        source,
        about: aboutKey(refs, told.ref),
        type: told.type,
        isNew: !kept.has(key),
      }),
    );
    const fresh = new Map<string, Sourced[]>();
    for (const { told, linked } of brought) {
      if (linked.thing === null) continue;
      const list = fresh.get(linked.thing) ?? [];
      fresh.set(linked.thing, list);
      list.push({ source, refs, told, merged: linked.merges?.at(-1) ?? 0 });
    }
    const left = brought.flatMap(({ key }) => kept.get(key)?.thing ?? []);
    await assembleAnew(transaction, { things: new Set([...fresh.keys(), ...left]), brought: { fresh, rows, called, nodes, load: this.at } });
  }
}

function toBring(told: Told, place: string, source: string): Omit<Brought, 'linked'> {
  const said = JSON.stringify(told);
  return { told, place, said, key: recordKey(source, told.record), hash: hashOf(said) };
}

function neverLinked(): Linked {
  throw new Error('A record was not linked.');
}

/** What comes anew of a thing that an editor has merged into another tells of that other. */
async function redirected(
  transaction: ManagedTransaction,
  brought: readonly Brought[],
  { refs, called }: { readonly refs: string; readonly called: Called },
): Promise<readonly Brought[]> {
  const fresh = brought.flatMap(({ linked: { standing, thing } }) => (standing === 'NEW' && thing !== null ? [thing] : []));
  const redirects = await redirectsOf(transaction, fresh);
  if (redirects.size === 0) return brought;
  return brought.map((each) => {
    const moved = redirects.get(each.linked.thing ?? '');
    if (!moved) return each;
    called.set(aboutKey(refs, each.told.ref), moved.to);
    return { ...each, linked: { ...each.linked, thing: moved.to, merges: [moved.number] } };
  });
}
