import type { Driver, ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { NameIndex } from '../src/graph/nameIndex.js';
import { Resolving } from '../src/graph/resolve.js';
import { runOver, withRetries } from '../src/graph/run.js';
import { type Assembled, assemble, type Sourced } from './assemble.js';
import { batchesOf, type Placed } from './batches.js';
import { type Called, type Linked, linkRecords } from './linkRecords.js';
import {
  aboutKey,
  hashOf,
  type Kept,
  keptRecords,
  markSeen,
  type RecordRow,
  recordKey,
  recordsOf,
  thingsCalled,
  writeRecords,
} from './recordStore.js';
import type { DataSource, Rejected } from './source.js';
import { statementsIn, type ThingType } from './told.js';
import { labelOf, namesHeld, removeIds, removeThings, writeConsequences, writeThings } from './writeThings.js';

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
  if (!options.dryRun) await into.driver.executeQuery('CALL db.awaitIndexes(1200)', {}, { database: into.database });
  return { source: described.key, ...run.counts, withdrawn, seconds: (Date.now() - start) / 1000 };
}

const sourceSaid = 'MERGE (source:Source {key: $key}) SET source = $properties';
/** Loads follow one another: what one looks up, another must not change meanwhile. */
const locked = 'MERGE (loader:Loader {key: "loader"}) SET loader.key = "loader"';
const unseen = `
  MATCH (record:Record {source: $source}) WHERE record.load <> $load
  WITH record LIMIT 2000
  OPTIONAL MATCH (record)-[:TELLS_OF]->(thing)
  RETURN record.key AS key, thing.id AS thing`;
const recordsGone = 'UNWIND $keys AS key MATCH (record:Record {key: key}) DETACH DELETE record';
const idsHeld = (type: ThingType) => `UNWIND $ids AS id MATCH (:${type} {id: id})-[:IDENTIFIED_BY]->(elsewhere) RETURN DISTINCT elsewhere.key AS key`;

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

  async begin(properties: object): Promise<void> {
    const { key } = z.object({ key: z.string() }).parse(properties);
    await this.into.driver.executeQuery(
      sourceSaid,
      { key, properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) },
      { database: this.into.database },
    );
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
    await this.assembleAnew(transaction, things, new Map());
    return rows.length;
  }

  private async inTransaction<Result>(work: (transaction: ManagedTransaction) => Promise<Result>): Promise<Result> {
    const session = this.into.driver.session({ database: this.into.database });
    try {
      return await session.executeWrite(async (transaction) => {
        if (!this.options.dryRun) await transaction.run(locked);
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
    for (const [about, thing] of await thingsCalled(
      transaction,
      aboutsIn(
        this.refs,
        changed.map(({ told }) => told),
      ),
    ))
      called.set(about, thing);
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
      await this.write(transaction, changed, linked, kept);
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
  ): Promise<void> {
    if (changed.length === 0) return;
    const rows = changed.flatMap(({ told, place, key, hash }, index): readonly RecordRow[] => {
      const found = linked[index];
      if (!found) return [];
      const { standing, thing, candidates, waitsFor } = found;
      const said = JSON.stringify(told);
      return [
        {
          key,
          source: this.source,
          about: aboutKey(this.refs, told.ref),
          type: told.type,
          hash,
          said,
          standing,
          place,
          thing,
          candidates,
          waitsFor,
        },
      ];
    });
    const records = new Map<string, Sourced[]>();
    for (const [index, { told }] of changed.entries()) {
      const thing = linked[index]?.thing;
      if (!thing) continue;
      records.set(thing, [...(records.get(thing) ?? []), { source: this.source, refs: this.refs, told }]);
    }
    const left = changed.flatMap(({ key }) => kept.get(key)?.thing ?? []);
    await this.assembleAnew(transaction, new Set([...records.keys(), ...left]), records, rows);
  }

  /** Writes things as all of their records tell of them; `fresh` are records that are not written yet. */
  private async assembleAnew(
    transaction: ManagedTransaction,
    things: ReadonlySet<string>,
    fresh: ReadonlyMap<string, readonly Sourced[]>,
    rows: readonly RecordRow[] = [],
  ): Promise<void> {
    const before = new Map<string, readonly string[]>();
    const all = new Map<string, readonly Sourced[]>(fresh);
    const idsBefore: string[] = [];
    for (const [label, ids] of byLabel(things)) {
      for (const [id, names] of await namesHeld(transaction, label, ids)) before.set(id, names);
      const old = ids.filter((id) => before.has(id));
      if (old.length === 0) continue;
      const earlier = await recordsOf(transaction, label, old);
      for (const id of old) all.set(id, withFresh(earlier.get(id) ?? [], fresh.get(id) ?? []));
      const held = await rowsIn(transaction, z.object({ key: z.string() }), idsHeld(label), { ids: old });
      idsBefore.push(...held.map(({ key }) => key));
    }
    const abouts = [...all.values()].flatMap((list) => list.flatMap(({ refs, told }) => aboutsIn(refs, [told])));
    const called = new Map([
      ...(await thingsCalled(transaction, abouts)),
      ...rows.flatMap(({ about, thing }) => (thing ? [[about, thing] as const] : [])),
    ]);
    const assembled: Assembled[] = [];
    const untold: string[] = [];
    for (const id of things) {
      const records = all.get(id) ?? [];
      if (records.length === 0) untold.push(id);
      else assembled.push(assemble(id, records, (refs, ref) => called.get(aboutKey(refs, ref)), new Set(before.get(id))));
    }
    for (const [label, ids] of byLabel(untold)) await removeThings(transaction, label, ids);
    await writeThings(transaction, assembled, before);
    if (rows.length > 0) await writeRecords(transaction, rows, this.at, this.at);
    await writeConsequences(transaction, assembled);
    await removeIds(transaction, idsBefore);
  }
}

/** A record that is told anew takes the place of what it said before. */
function withFresh(earlier: readonly Sourced[], fresh: readonly Sourced[]): readonly Sourced[] {
  const keys = new Set(fresh.map(({ source, told }) => recordKey(source, told.record)));
  return [...earlier.filter(({ source, told }) => !keys.has(recordKey(source, told.record))), ...fresh];
}

function aboutsIn(source: string, records: readonly Placed['told'][]): readonly string[] {
  const refs = records.flatMap(({ ref, facts, within, known }) => [
    ref,
    ...facts.flatMap(({ other, says }) => [other, ...(Array.isArray(says?.['works']) ? says['works'].map(String) : [])]),
    ...(within ?? []),
    ...(known?.works ?? []),
  ]);
  return [...new Set(refs)].map((ref) => aboutKey(source, ref));
}

function byLabel(ids: Iterable<string>): ReadonlyMap<ThingType, readonly string[]> {
  const groups = new Map<ThingType, string[]>();
  for (const id of ids) groups.set(labelOf(id), [...(groups.get(labelOf(id)) ?? []), id]);
  return groups;
}
