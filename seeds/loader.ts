import type { Driver, ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { NameIndex } from '../src/graph/nameIndex.js';
import { Resolving } from '../src/graph/resolve.js';
import { runOver, withRetries } from '../src/graph/run.js';
import type { Sourced } from './assemble.js';
import { assembleAnew } from './assembling.js';
import { batchesOf, type Placed } from './batches.js';
import { type Called, type Linked, linkRecords } from './linkRecords.js';
import { rejection } from './reading/parsed.js';
import {
  aboutKey,
  aboutsIn,
  hashOf,
  type Kept,
  keptRecords,
  markSeen,
  type RecordRow,
  recordKey,
  refsIn,
  stillAsked,
  thingsCalled,
  toldIn,
} from './recordStore.js';
import type { DataSource, Rejected, SourceTold } from './source.js';
import { planned } from './statement.js';
import { statementsIn, type Told } from './told.js';
import type { Nodes } from './writeThings.js';

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
export interface Loaded extends Counts {
  readonly source: string;
  /** Records that the source no longer has. */
  readonly withdrawn: number;
  readonly seconds: number;
}

interface Counts {
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
  /** Records, of whatever source, that had waited for these. */
  readonly answered: number;
  /** Facts to things that no record tells of; the records count all the same. */
  readonly loose: number;
  readonly statements: number;
}

const nothing: Counts = { read: 0, loaded: 0, merged: 0, open: 0, rejected: 0, changed: 0, answered: 0, loose: 0, statements: 0 };

/** What came of a batch, to be told once it is committed. */
interface Outcome {
  readonly counts: Counts;
  readonly rejected: readonly Rejected[];
}

/** Loads a source into a graph that has its indexes: killed anywhere and started again, it goes on where it was and comes to the same end. */
export async function load(into: Into, source: DataSource, path: string, options: LoadOptions = {}): Promise<Loaded> {
  const start = Date.now();
  const described = await source.describe(path);
  const run = new LoadRun(into, described.key, source.refs ?? described.key, options);
  if (!options.dryRun) await run.begin(described);
  await run.readAll(source.read(path));
  const withdrawn = options.dryRun || options.partial ? 0 : await run.withdraw();
  if (!options.dryRun) await run.followUp();
  return { source: described.key, ...run.counts, withdrawn, seconds: (Date.now() - start) / 1000 };
}

const sourceSaid = 'MERGE (source:Source {key: $key}) SET source = $properties';
/** Loads and edits follow one another: what one looks up, another must not change meanwhile. */
const locked = 'MERGE (edits:Edits {key: "all"}) SET edits.number = coalesce(edits.number, 0)';
const unseen = planned(`
  MATCH (record:Record {source: $source}) WHERE record.load <> $load
  WITH record LIMIT 2000
  OPTIONAL MATCH (record)-[:TELLS_OF]->(thing)
  RETURN record.key AS key, thing.id AS thing`);
const recordsGone = planned('UNWIND $keys AS key MATCH (record:Record {key: key}) DETACH DELETE record');

/** Records that have waited for others of which it is known by now what they tell of. */
const answered = `
  MATCH (record:Record)-[:WAITS_FOR]->(other:Record) WHERE other.standing IN ['NEW', 'JOINED']
  WITH DISTINCT record ORDER BY record.key LIMIT 1000
  RETURN record.key AS key, record.source AS source, record.about AS about, record.place AS place, record.said AS said`;
const answeredModel = z.object({ key: z.string(), source: z.string(), about: z.string(), place: z.string(), said: z.string() });

class LoadRun {
  counts = nothing;
  private readonly into: Into;
  private readonly source: string;
  private readonly refs: string;
  private readonly options: LoadOptions;
  private readonly resolving: Resolving;
  private readonly at = new Date().toISOString();
  private readonly progress: Progress;
  /** In a dry run nothing that is linked can be read again. */
  private readonly linkedDry: Called = new Map();

  constructor(into: Into, source: string, refs: string, options: LoadOptions) {
    this.into = into;
    this.source = source;
    this.refs = refs;
    this.options = options;
    this.progress = new Progress(source, options.report);
    this.resolving = new Resolving(new NameIndex(withRetries(runOver(into.driver, into.database, undefined))));
  }

  async begin(properties: SourceTold): Promise<void> {
    // The driver sends no undefined.
    const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
    await this.into.driver.executeQuery(sourceSaid, { key: this.source, properties: given }, { database: this.into.database });
  }

  async readAll(readings: Parameters<typeof batchesOf>[0]): Promise<void> {
    const batches = batchesOf(readings);
    for (let next = batches.next(); ; ) {
      const { value, done } = await next;
      if (done) return;
      // The next batch is read while the database writes this one.
      next = batches.next();
      next.catch(() => {});
      const { counts, rejected } = await this.inTransaction((transaction) =>
        this.batch(transaction, value.records, { source: this.source, refs: this.refs }),
      );
      for (const each of [...value.rejected, ...rejected]) this.options.onRejected?.(each);
      this.counts = sum(this.counts, { ...counts, read: counts.read + value.rejected.length, rejected: counts.rejected + value.rejected.length });
      this.progress.tell(this.counts);
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

  /** What becomes possible by what was loaded: records that waited for it, and what follows for other things. */
  async followUp(): Promise<void> {
    for (let more = true; more; ) {
      const rows = await this.inTransaction((transaction) => rowsIn(transaction, answeredModel, answered, {}));
      for (const list of bySource(rows)) {
        const [{ source = '', about = '', said = '' } = {}] = list;
        const origin = { source, refs: refsIn(about, toldIn(said)), again: true };
        const { counts } = await this.inTransaction((transaction) =>
          this.batch(
            transaction,
            list.map((row) => ({ place: row.place, told: toldIn(row.said) })),
            origin,
          ),
        );
        this.counts = { ...this.counts, answered: this.counts.answered + counts.loaded + counts.merged };
      }
      more = rows.length > 0;
    }
    await this.into.driver.executeQuery('CALL db.awaitIndexes(1200)', {}, { database: this.into.database });
  }

  private async withdrawSome(transaction: ManagedTransaction): Promise<number> {
    const rows = await rowsIn(transaction, z.object({ key: z.string(), thing: z.string().nullable() }), unseen, {
      source: this.source,
      load: this.at,
    });
    if (rows.length === 0) return 0;
    const things = new Set(rows.flatMap(({ thing }) => thing ?? []));
    await transaction.run(recordsGone, { keys: rows.map(({ key }) => key) });
    await assembleAnew(transaction, { things, fresh: new Map(), rows: [], called: new Map(), nodes: new Map(), load: this.at });
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

  private async batch(transaction: ManagedTransaction, placed: readonly Placed[], { source, refs, again = false }: Origin): Promise<Outcome> {
    const records = placed.map(({ told, place }) => toBring(told, place, source));
    const kept = await keptRecords(
      transaction,
      records.map(({ key }) => key),
    );
    const isSettled = ({ key, hash }: ToBring) => !again && kept.get(key)?.hash === hash && kept.get(key)?.thing !== null;
    const settled = records.filter(isSettled);
    const changed = records.filter((record) => !isSettled(record));
    const called: Called = this.options.dryRun ? this.linkedDry : new Map();
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
    const brought = changed.map((record, index): Brought => ({ ...record, linked: linked[index] ?? neverLinked() }));
    const { taken, rejected, loose } = await withWaits(transaction, brought, { refs, again }, called);
    if (!this.options.dryRun) {
      await markSeen(
        transaction,
        settled.map(({ key }) => key),
        this.at,
      );
      await this.write(transaction, taken, { source, refs }, { kept, called, nodes });
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
    { source, refs }: Origin,
    { kept, called, nodes }: { readonly kept: ReadonlyMap<string, Kept>; readonly called: Called; readonly nodes: Nodes },
  ): Promise<void> {
    if (brought.length === 0) return;
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
      }),
    );
    const fresh = new Map<string, Sourced[]>();
    for (const { told, linked } of brought) {
      if (linked.thing === null) continue;
      const list = fresh.get(linked.thing) ?? [];
      fresh.set(linked.thing, list);
      list.push({ source, refs, told, merged: 0 });
    }
    const left = brought.flatMap(({ key }) => kept.get(key)?.thing ?? []);
    await assembleAnew(transaction, { things: new Set([...fresh.keys(), ...left]), fresh, rows, called, nodes, load: this.at });
  }
}

/** Where records come from, and whether they are told again although they are the same. */
interface Origin {
  readonly source: string;
  readonly refs: string;
  readonly again?: boolean;
}

type Answered = z.output<typeof answeredModel>;

function bySource(rows: readonly Answered[]): Iterable<readonly Answered[]> {
  const groups = new Map<string, Answered[]>();
  for (const row of rows) {
    const refs = `${row.source} ${refsIn(row.about, toldIn(row.said))}`;
    groups.set(refs, [...(groups.get(refs) ?? []), row]);
  }
  return groups.values();
}

interface ToBring extends Placed {
  readonly key: string;
  readonly hash: string;
  readonly said: string;
}

type Brought = ToBring & { readonly linked: Linked };

function toBring(told: Told, place: string, source: string): ToBring {
  const said = JSON.stringify(told);
  return { told, place, said, key: recordKey(source, told.record), hash: hashOf(said) };
}

function neverLinked(): Linked {
  throw new Error('A record was not linked.');
}

const sum = (one: Counts, other: Counts): Counts =>
  // They have the same names.
  Object.fromEntries(Object.entries(one).map(([name, count]) => [name, count + other[name as keyof Counts]])) as unknown as Counts;

/**
 * Records with what each waits for: itself, where it is not known what it is told within, or some of its facts. What leads to things of which
 * there is no record at all waits for nothing that could come: such a record, or such a fact of it, is rejected.
 */
async function withWaits(
  transaction: ManagedTransaction,
  brought: readonly Brought[],
  { refs, again }: { readonly refs: string; readonly again: boolean },
  called: Called,
): Promise<{ readonly taken: readonly Brought[]; readonly rejected: readonly Rejected[]; readonly loose: readonly Rejected[] }> {
  const missing = brought.map(({ told }) =>
    aboutsIn(refs, told)
      .slice(1)
      .filter((about) => !called.has(about)),
  );
  const open = brought.flatMap(({ told, linked }) => (linked.thing === null ? [aboutKey(refs, told.ref)] : []));
  const asked = new Set([...(await stillAsked(transaction, missing.flat())), ...open]);
  const [taken, rejected, loose]: [Brought[], Rejected[], Rejected[]] = [[], [], []];
  for (const [index, each] of brought.entries()) {
    const { told, place, linked } = each;
    const abouts = [...new Set(missing[index])];
    const nowhere = abouts.filter((about) => !asked.has(about)).map((about) => about.slice(refs.length + 1));
    const reason = `${nowhere.slice(0, 5).join(', ')} must be told of by a record before this one, or in the same batch, but no record tells of it.`;
    if (linked.standing === 'WAITING' && nowhere.length > 0 && !again) {
      rejected.push(rejection(place, reason, told));
      continue;
    }
    if (nowhere.length > 0) loose.push(rejection(place, `Without this fact: ${reason}`, told));
    taken.push({ ...each, linked: { ...linked, waitsFor: abouts.filter((about) => asked.has(about)) } });
  }
  return { taken, rejected, loose };
}

/** Says now and then how far a load is. */
class Progress {
  private readonly source: string;
  private readonly report: LoadOptions['report'];
  private readonly start = Date.now();
  private told = Date.now();

  constructor(source: string, report: LoadOptions['report']) {
    this.source = source;
    this.report = report;
  }

  tell({ read, statements }: Counts): void {
    if (Date.now() - this.told < 5000) return;
    this.told = Date.now();
    const seconds = (this.told - this.start) / 1000;
    this.report?.(
      `${this.source}: ${read.toLocaleString('en')} records read, ${Math.round(statements / seconds).toLocaleString('en')} statements a second, ${Math.round(seconds)} s.`,
    );
  }
}
