import { importOffline } from '../../src/neo4j/offlineImport.js';
import { ShapedTables } from '../../src/neo4j/shapedTables.js';
import { batchesOf } from '../batches.js';
import { recordRow } from '../bringing.js';
import { nothing, sum, withUnread } from '../counts.js';
import { linkBatch, outcomeOf } from '../linkBatch.js';
import type { Loaded } from '../loader.js';
import { Progress } from '../progress.js';
import type { Report } from '../report.js';
import type { DataSource, Rejected } from '../source.js';
import type { Told } from '../told.js';
import { BulkGraph } from './bulkGraph.js';
import { CalledInMemory } from './calledInMemory.js';
import { KnownInMemory } from './knownInMemory.js';
import { NotInBulk } from './notInBulk.js';
import { Spool } from './spool.js';

/** A source with where it is read from. */
export interface Brought {
  readonly source: DataSource;
  readonly path: string;
}

export interface BulkLoad {
  /** A home that has no data yet. */
  readonly home: string;
  /** The folder of Neo4j's jars. */
  readonly jars: string;
  readonly sources: readonly Brought[];
  readonly report: Report;
  /** Receives each row that can't be taken. */
  readonly onRejected: (rejected: Rejected) => void;
  /** What the graph is to say of the load as a whole. */
  readonly load?: { readonly key: string } & Readonly<Record<string, unknown>>;
}

/** The first sources that an empty graph can take in bulk: one, and others whose records call things as it does or are linked by ids alone. */
export function bulkable(sources: readonly DataSource[]): readonly DataSource[] {
  const [first] = sources;
  const others = sources.findIndex((source) => refsOf(source) !== (first && refsOf(first)) && source.linksById !== true);
  return others < 0 ? sources : sources.slice(0, others);
}

const refsOf = ({ key, refs }: DataSource) => refs ?? key;

/**
 * The first load of all: records are read as ever, but what they tell of is put together on disk and goes through Neo4j's offline importer, many
 * times as fast as by statements and all or nothing. What follows from it for others is left to the next load (consequences.ts), as things are
 * marked. A NotInBulk says what only statements can do; nothing is written then.
 */
export async function bulkLoad({ home, jars, sources, report, onRejected, load }: BulkLoad): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = [];
  const write = async (folder: string) => {
    const [called, spool, tables] = [new CalledInMemory(), new Spool(folder), new ShapedTables(folder)];
    const graph = new BulkGraph(tables, called, new Date().toISOString());
    for (const { properties, ...counted } of await readAll(sources, { called, spool, report, onRejected })) {
      graph.source({ ...properties, records: counted.read });
      loaded.push(counted);
    }
    if (load) graph.load(load);
    const progress = new Progress('Things', report);
    progress.expected = loaded.reduce((total, { read }) => total + read, 0);
    let read = 0;
    for await (const rows of spool.read()) {
      graph.add(rows);
      read += rows.length;
      progress.tell({ ...nothing, read, statements: tables.count });
    }
    graph.addWaits();
    return tables.end();
  };
  await importOffline({ home, jars, report, write });
  return loaded;
}

interface Reading extends Pick<BulkLoad, 'report' | 'onRejected'> {
  readonly called: CalledInMemory;
  readonly spool: Spool;
}

/** Reads all sources. What is known besides of what they tell of, half as much again, is forgotten once they are read. */
async function readAll(sources: readonly Brought[], reading: Reading) {
  const known = new KnownInMemory(reading.called);
  const [first] = sources;
  const read = [];
  for (const brought of sources) {
    const linksByName = first !== undefined && refsOf(brought.source) === refsOf(first.source);
    read.push(await readOne(brought, { ...reading, known, linksByName }));
  }
  return read;
}

interface ReadingOne extends Reading {
  readonly known: KnownInMemory;
  readonly linksByName: boolean;
}

async function readOne({ source, path }: Brought, { known, linksByName, spool, report, onRejected }: ReadingOne) {
  const start = Date.now();
  const described = await source.describe(path);
  const origin = { source: described.key, refs: source.refs ?? described.key };
  const progress = new Progress(described.key, report);
  known.refs = origin.refs;
  let counts = nothing;
  for await (const { records, rejected } of batchesOf(source.read(path, progress.reach), { spells: false })) {
    if (!linksByName) for (const { told } of records) requireIds(told, described.key);
    const batch = await linkBatch(known, records, { ...origin, again: false, called: new Map() });
    for (const each of batch.taken) {
      known.add(each);
      spool.add(recordRow(each, origin, true));
    }
    const outcome = outcomeOf(batch);
    for (const each of [...rejected, ...outcome.rejected]) onRejected(each);
    counts = sum(counts, withUnread(outcome.counts, rejected.length));
    progress.tell(counts);
  }
  return { source: described.key, ...counts, withdrawn: 0, seconds: (Date.now() - start) / 1000, properties: described };
}

/** Tie-ups are what is between their ends; terms are few. */
const withoutNames = ['TieUp', 'Factor'];

function requireIds({ type, link, record }: Told, source: string): void {
  if (link !== 'BY_ID' && !withoutNames.includes(type)) throw new NotInBulk(`${record} of ${source} may be linked by its names`);
}
