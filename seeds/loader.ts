import type { Driver, ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { NameIndex } from '../src/graph/nameIndex.js';
import { Resolving } from '../src/graph/resolve.js';
import { runOver, withRetries } from '../src/graph/run.js';
import type { Sourced } from './assemble.js';
import { assembleAnew } from './assembling.js';
import { batchesOf, type Placed } from './batches.js';
import { sweep } from './consequences.js';
import { type Called, type Linked, linkRecords } from './linkRecords.js';
import { lockLoads } from './lockLoads.js';
import { aboutKey, aboutsIn, hashOf, type Kept, keptRecords, markSeen, type RecordRow, recordKey, thingsCalled } from './recordStore.js';
import type { DataSource, Rejected, SourceTold } from './source.js';
import { statementsIn } from './told.js';

export interface Into {
  readonly driver: Driver;
  readonly database: string;
}

export interface LoadOptions {
  /** Looks and counts, but writes nothing. */
  readonly dryRun?: boolean;
  /** What is read is only what has changed: what it doesn't say stays. */
  readonly partial?: boolean;
  /** Receives sentences on what takes long. */
  readonly report?: (line: string) => void;
  /** Receives each row that can't be taken. */
  readonly onRejected?: (rejected: Rejected) => void;
}

/** What came of a load, in records; read = loaded + merged + open + rejected. */
export interface Loaded {
  readonly source: string;
  readonly read: number;
  /** Of things that only this source knew of when they came. */
  readonly loaded: number;
  /** Of things that were in the graph. */
  readonly merged: number;
  /** It is asked what they tell of, or of what they can't do without. */
  readonly open: number;
  readonly rejected: number;
  /** Of all of these, those that are new or say something else than before. */
  readonly changed: number;
  /** That the source no longer has. */
  readonly withdrawn: number;
  readonly statements: number;
  readonly seconds: number;
}

interface Counts {
  read: number;
  loaded: number;
  merged: number;
  open: number;
  rejected: number;
  changed: number;
  statements: number;
}

/** Loads a source into a graph that has its indexes: killed anywhere and started again, it goes on where it was and comes to the same end. */
export async function load(into: Into, source: DataSource, path: string, options: LoadOptions = {}): Promise<Loaded> {
  const start = Date.now();
  const described = await source.describe(path);
  const run = new LoadRun(into, described.key, source.refs ?? described.key, options);
  if (!options.dryRun) await run.begin(described);
  await run.readAll(source.read(path));
  const withdrawn = options.dryRun || options.partial ? 0 : await run.withdraw();
  if (!options.dryRun) await sweep(into, options.report);
  if (!options.dryRun) await into.driver.executeQuery('CALL db.awaitIndexes(1200)', {}, { database: into.database });
  return { source: described.key, ...run.counts, withdrawn, seconds: (Date.now() - start) / 1000 };
}

const sourceSaid = 'MERGE (source:Source {key: $key}) SET source = $properties';
const unseen = `
  MATCH (record:Record {source: $source}) WHERE record.load <> $load
  WITH record LIMIT 2000
  OPTIONAL MATCH (record)-[:TELLS_OF]->(thing)
  RETURN record.key AS key, thing.id AS thing`;
const recordsGone = 'UNWIND $keys AS key MATCH (record:Record {key: key}) DETACH DELETE record';

class LoadRun {
  readonly counts: Counts = { read: 0, loaded: 0, merged: 0, open: 0, rejected: 0, changed: 0, statements: 0 };
  private readonly into: Into;
  private readonly source: string;
  private readonly refs: string;
  private readonly options: LoadOptions;
  private readonly resolving: Resolving;
  private readonly at = new Date().toISOString();
  /** In a dry run nothing that is linked can be read again. */
  private readonly linkedDry: Called = new Map();

  constructor(into: Into, source: string, refs: string, options: LoadOptions) {
    this.into = into;
    this.source = source;
    this.refs = refs;
    this.options = options;
    this.resolving = new Resolving(new NameIndex(withRetries(runOver(into.driver, into.database, undefined))));
  }

  async begin(properties: SourceTold): Promise<void> {
    // The driver sends no undefined.
    const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
    await this.into.driver.executeQuery(sourceSaid, { key: this.source, properties: given }, { database: this.into.database });
  }

  async readAll(readings: Parameters<typeof batchesOf>[0]): Promise<void> {
    const start = Date.now();
    let told = start;
    for await (const { records, rejected } of batchesOf(readings)) {
      for (const each of rejected) this.options.onRejected?.(each);
      this.counts.read += records.length + rejected.length;
      this.counts.rejected += rejected.length;
      await this.inTransaction((transaction) => this.batch(transaction, records));
      if (Date.now() - told < 5000) continue;
      told = Date.now();
      const seconds = (told - start) / 1000;
      this.options.report?.(
        `${this.source}: ${this.counts.read.toLocaleString('en')} records read, ${Math.round(this.counts.statements / seconds).toLocaleString('en')} statements a second, ${Math.round(seconds)} s.`,
      );
    }
  }

  /** Takes away what the source no longer says. */
  async withdraw(): Promise<number> {
    let withdrawn = 0;
    for (let more = true; more; ) {
      const count = await this.inTransaction((transaction) => this.withdrawSome(transaction));
      withdrawn += count;
      more = count > 0;
    }
    return withdrawn;
  }

  private async withdrawSome(transaction: ManagedTransaction): Promise<number> {
    const rows = await rowsIn(transaction, z.object({ key: z.string(), thing: z.string().nullable() }), unseen, {
      source: this.source,
      load: this.at,
    });
    if (rows.length === 0) return 0;
    const things = new Set(rows.flatMap(({ thing }) => thing ?? []));
    await transaction.run(recordsGone, { keys: rows.map(({ key }) => key) });
    await assembleAnew(transaction, { things, fresh: new Map(), rows: [], called: new Map(), load: this.at });
    return rows.length;
  }

  private async inTransaction<Result>(work: (transaction: ManagedTransaction) => Promise<Result>): Promise<Result> {
    const session = this.into.driver.session({ database: this.into.database });
    try {
      return await session.executeWrite(async (transaction) => {
        if (!this.options.dryRun) await lockLoads(transaction);
        return await work(transaction);
      });
    } finally {
      await session.close();
    }
  }

  private async batch(transaction: ManagedTransaction, placed: readonly Placed[]): Promise<void> {
    const records = placed.map(({ told, place }) => ({ told, place, key: recordKey(this.source, told.record), hash: hashOf(told) }));
    const kept = await keptRecords(
      transaction,
      records.map(({ key }) => key),
    );
    const isSettled = ({ key, hash }: { readonly key: string; readonly hash: string }) => {
      const before = kept.get(key);
      return before?.hash === hash && before.thing !== null;
    };
    const settled = records.filter(isSettled);
    const changed = records.filter((record) => !isSettled(record));
    const called: Called = this.options.dryRun ? this.linkedDry : new Map();
    const abouts = changed.flatMap(({ told }) => aboutsIn(this.refs, told));
    for (const [about, thing] of await thingsCalled(transaction, abouts)) called.set(about, thing);
    const toLink = changed.map(({ told, key }) => ({ told, kept: kept.get(key) }));
    const linked = await linkRecords(toLink, {
      transaction,
      resolving: this.resolving,
      source: this.refs,
      called,
      signal: new AbortController().signal,
    });
    if (!this.options.dryRun) {
      await markSeen(
        transaction,
        settled.map(({ key }) => key),
        this.at,
      );
      await this.write(transaction, changed, linked, kept, called);
    }
    this.count(settled.map(({ key }) => kept.get(key)?.standing ?? 'NEW'));
    this.count(linked.map(({ standing }) => standing));
    this.counts.changed += changed.filter(({ key, hash }) => kept.get(key)?.hash !== hash).length;
    for (const { told } of records) this.counts.statements += statementsIn(told);
  }

  private count(standings: readonly Linked['standing'][]): void {
    for (const standing of standings) {
      if (standing === 'NEW') this.counts.loaded += 1;
      else if (standing === 'JOINED') this.counts.merged += 1;
      else this.counts.open += 1;
    }
  }

  private async write(
    transaction: ManagedTransaction,
    changed: readonly (Placed & { readonly key: string; readonly hash: string })[],
    linked: readonly Linked[],
    kept: ReadonlyMap<string, Kept>,
    called: Called,
  ): Promise<void> {
    if (changed.length === 0) return;
    const rows = changed.flatMap(({ told, place, key, hash }, index): readonly RecordRow[] => {
      const found = linked[index];
      const row = { key, hash, place, source: this.source, about: aboutKey(this.refs, told.ref), type: told.type, said: JSON.stringify(told) };
      return found ? [{ ...row, ...found }] : [];
    });
    const records = new Map<string, Sourced[]>();
    for (const [index, { told }] of changed.entries()) {
      const thing = linked[index]?.thing;
      if (!thing) continue;
      const list = records.get(thing) ?? [];
      records.set(thing, list);
      list.push({ source: this.source, refs: this.refs, told });
    }
    const left = changed.flatMap(({ key }) => kept.get(key)?.thing ?? []);
    await assembleAnew(transaction, { things: new Set([...records.keys(), ...left]), fresh: records, rows, called, load: this.at });
  }
}
