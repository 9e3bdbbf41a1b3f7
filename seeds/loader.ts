import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { withIntegers } from '../src/graph/integers.js';
import { assembleAnew } from './assembling.js';
import { batchesOf } from './batches.js';
import { Bringing } from './bringing.js';
import { type Counts, nothing, sum, withUnread } from './counts.js';
import { finishLoad } from './finishLoad.js';
import { type Into, inTransaction, reading } from './into.js';
import type { Origin } from './linkBatch.js';
import { Progress } from './progress.js';
import type { Report } from './report.js';
import type { DataSource, Rejected, SourceTold } from './source.js';
import { planned } from './statement.js';

export interface LoadOptions {
  /** Looks and counts, but writes nothing. */
  readonly dryRun?: boolean;
  /** What is read is only what has changed: what it doesn't say stays. */
  readonly partial?: boolean;
  readonly report?: Report;
  /** Receives each row that can't be taken. */
  readonly onRejected?: (rejected: Rejected) => void;
}

/** What came of a load of a source. */
export interface Loaded extends Counts {
  readonly source: string;
  /** Records that the source no longer has. */
  readonly withdrawn: number;
  readonly seconds: number;
}

/** Loads a source into a graph that has its indexes: killed anywhere and started again, it goes on where it was and comes to the same end. */
export async function load(into: Into, source: DataSource, path: string, options: LoadOptions = {}): Promise<Loaded> {
  const loader = new Loader(into, options);
  const loaded = await loader.bring(source, path);
  return { ...loaded, answered: await loader.finish() };
}

/** Takes a source out of a graph, with all that only it has told. */
export async function remove(into: Into, key: string, options: LoadOptions = {}): Promise<Loaded> {
  const loader = new Loader(into, options);
  const removed = await loader.remove(key);
  return { ...removed, answered: await loader.finish() };
}

/** The sources of which a whole load was begun and did not come to its end. */
export async function cutOff({ driver, database }: Into): Promise<ReadonlySet<string>> {
  const { records } = await driver.executeQuery(underWay, {}, { database });
  return new Set(records.map((record) => z.string().parse(record.get('key'))));
}

/** Brings one source after the other into a graph; what follows from all of them is done once, at the end. */
export class Loader {
  private readonly into: Into;
  private readonly options: LoadOptions;

  constructor(into: Into, options: LoadOptions = {}) {
    this.into = into;
    this.options = options;
  }

  async bring(source: DataSource, path: string): Promise<Loaded> {
    const start = Date.now();
    const described = await source.describe(path);
    const run = new LoadRun(this.into, { source: described.key, refs: source.refs ?? described.key }, this.options);
    const isWhole = !this.options.dryRun && !this.options.partial;
    if (!this.options.dryRun) await run.begin(described, isWhole);
    await run.readAll(source, path);
    const withdrawn = isWhole ? await run.withdraw() : 0;
    if (isWhole) await run.end();
    return { source: described.key, ...run.counts, withdrawn, seconds: (Date.now() - start) / 1000 };
  }

  async remove(key: string): Promise<Loaded> {
    const removed = await this.bring({ key, describe: () => ({ key, title: key, licence: '' }), read: () => [] }, '');
    await this.into.driver.executeQuery(sourceGone, { key }, { database: this.into.database });
    return removed;
  }

  /** Does what has become possible by what was loaded; gives how many records had waited for it. */
  async finish(): Promise<number> {
    return this.options.dryRun ? 0 : await finishLoad(this.into, this.options.report);
  }
}

const sourceGone = 'MATCH (source:Source {key: $key}) DETACH DELETE source';
/** How many records it had when it was last loaded whole stays, and so does that a whole load was cut off. */
const sourceSaid = `MERGE (source:Source {key: $key}) WITH source, source.records AS records, source.isUnderWay AS wasUnderWay
  SET source = $properties, source.records = records, source.isUnderWay = coalesce($isUnderWay, wasUnderWay) RETURN records`;
const sourceRead = 'MATCH (source:Source {key: $key}) SET source.records = $records REMOVE source.isUnderWay';
const underWay = 'MATCH (source:Source {isUnderWay: true}) RETURN source.key AS key';
const unseen = planned(`
  MATCH (record:Record) USING INDEX record:Record(source, load) WHERE record.source = $source AND record.load < $load
  WITH record LIMIT 2000
  OPTIONAL MATCH (record)-[:TELLS_OF]->(thing)
  RETURN record.key AS key, thing.id AS thing`);
const recordsGone = planned('UNWIND $keys AS key MATCH (record:Record {key: key}) DETACH DELETE record');

class LoadRun {
  counts = nothing;
  private readonly into: Into;
  private readonly source: string;
  private readonly options: LoadOptions;
  private readonly bringing: Bringing;
  private readonly progress: Progress;

  constructor(into: Into, origin: Origin, options: LoadOptions) {
    this.into = into;
    this.source = origin.source;
    this.options = options;
    this.progress = new Progress(origin.source, options.report);
    this.bringing = new Bringing(into, origin, { dryRun: options.dryRun ?? false });
  }

  async begin(properties: SourceTold, isWhole: boolean): Promise<void> {
    // The driver sends no undefined.
    const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
    const parameters = { key: this.source, properties: given, isUnderWay: isWhole || null };
    const { records } = await this.into.driver.executeQuery(sourceSaid, parameters, { database: this.into.database });
    this.progress.expected = z
      .number()
      .nullable()
      .parse(records[0]?.get('records') ?? null);
  }

  /** It is done: the next load can tell how long it will take. */
  async end(): Promise<void> {
    const parameters = withIntegers({ key: this.source, records: this.counts.read });
    await this.into.driver.executeQuery(sourceRead, parameters, { database: this.into.database });
  }

  async readAll(source: DataSource, path: string): Promise<void> {
    const batches = batchesOf(source.read(path, this.progress.reach));
    for (let next = batches.next(); ; ) {
      const { value, done } = await next;
      if (done) return;
      // The next batch is read while the database writes this one.
      next = batches.next();
      next.catch(() => {});
      const { counts, rejected } = await this.inTransaction((transaction) => this.bringing.batch(transaction, value.records));
      for (const each of [...value.rejected, ...rejected]) this.options.onRejected?.(each);
      this.counts = sum(this.counts, withUnread(counts, value.rejected.length));
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

  private async withdrawSome(transaction: ManagedTransaction): Promise<number> {
    const rows = await rowsIn(transaction, z.object({ key: z.string(), thing: z.string().nullable() }), unseen, {
      source: this.source,
      load: this.bringing.at,
    });
    if (rows.length === 0) return 0;
    const things = new Set(rows.flatMap(({ thing }) => thing ?? []));
    await transaction.run(recordsGone, { keys: rows.map(({ key }) => key) });
    await assembleAnew(transaction, { things });
    return rows.length;
  }

  private inTransaction<Result>(work: (transaction: ManagedTransaction) => Promise<Result>): Promise<Result> {
    return this.options.dryRun ? reading(this.into, work) : inTransaction(this.into, work);
  }
}
