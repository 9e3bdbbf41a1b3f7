import { createHash } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { withIntegers } from '../src/graph/integers.js';
import { grouped } from './grouped.js';
import { planned, type Sending } from './statement.js';
import type { Told } from './told.js';

/**
 * How a record stands: it told of a thing that was new then, or of one that was there; it is asked what it tells of; it waits until that is
 * known of a thing that it can't do without.
 */
export const STANDINGS = ['NEW', 'JOINED', 'OPEN', 'WAITING'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A record as the graph keeps it. */
export interface Kept {
  readonly key: string;
  readonly hash: string;
  readonly standing: Standing;
  readonly thing: string | null;
  /** What somebody decided that it tells of: an id, or NEW. */
  readonly decided: string | null;
  /** What it may tell of. */
  readonly candidates: readonly Candidate[];
  /** What it waits for (aboutKey). */
  readonly waitsFor: readonly string[];
}

/** A thing that a record may tell of. */
export interface Candidate {
  readonly id: string;
  readonly confidence: number;
}

export const recordKey = (source: string, record: string) => `${source} ${record}`;
export const aboutKey = (source: string, ref: string) => `${source} ${ref}`;

/** What was written as JSON; it was checked before. */
export const toldIn = (said: string) => JSON.parse(said) as Told;

/** The source whose refs a record uses. */
export const refsIn = (about: string, { ref }: Told) => about.slice(0, -ref.length - 1);

/** Changes whenever what is said does. */
export const hashOf = (said: string) => createHash('sha256').update(said).digest('base64url').slice(0, 16);

/** Of each record, which uses the refs of one source only: it is asked for them several times. */
const abouts = new WeakMap<Told, readonly string[]>();

/** All that a record names: itself, what its facts lead to, and what it is told within. */
export function aboutsIn(refs: string, told: Told): readonly string[] {
  const made = abouts.get(told) ?? aboutsOf(refs, told);
  abouts.set(told, made);
  return made;
}

function aboutsOf(refs: string, { ref, facts, within, known }: Told): readonly string[] {
  const named = [
    ref,
    ...facts.flatMap(({ other, says }) => [other, ...(Array.isArray(says?.['works']) ? says['works'].map(String) : [])]),
    ...(within ?? []),
    ...(known?.works ?? []),
  ];
  return named.map((each) => aboutKey(refs, each));
}

const keptWith = planned(`
  UNWIND $keys AS key
  MATCH (record:Record {key: key})
  OPTIONAL MATCH (record)-[:TELLS_OF]->(thing)
  RETURN key, record.hash AS hash, record.standing AS standing, record.decided AS decided, thing.id AS thing,
    COLLECT { MATCH (record)-[may:MAY_TELL_OF]->(other) RETURN {id: other.id, confidence: may.confidence} } AS candidates,
    COLLECT { MATCH (record)-[:WAITS_FOR]->(other) RETURN DISTINCT other.about } AS waitsFor`);

const keptModel = z.object({
  key: z.string(),
  hash: z.string(),
  standing: z.enum(STANDINGS),
  decided: z.string().nullable(),
  thing: z.string().nullable(),
  candidates: z.array(z.object({ id: z.string(), confidence: z.number() })),
  waitsFor: z.array(z.string()),
});

export async function keptRecords(transaction: ManagedTransaction, keys: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const rows = await rowsIn(transaction, keptModel, keptWith, { keys });
  return new Map(rows.map((row) => [row.key, row]));
}

const calledWith = planned(`
  UNWIND $abouts AS about
  MATCH (:Record {about: about})-[:TELLS_OF]->(thing)
  RETURN DISTINCT about, thing.id AS thing, elementId(thing) AS node`);

const calledModel = z.object({ about: z.string(), thing: z.string(), node: z.string() });

/** The things that sources call so (aboutKey), with Neo4j's own ids of them. */
export async function thingsCalled(transaction: ManagedTransaction, abouts: Iterable<string>): Promise<readonly z.output<typeof calledModel>[]> {
  const asked = [...new Set(abouts)];
  return asked.length === 0 ? [] : await rowsIn(transaction, calledModel, calledWith, { abouts: asked });
}

/** Binds some open records of some sources, or of all, in the order of their keys after one of them. */
export const openAfter = (most: string) => `
  MATCH (record:Record {standing: 'OPEN'}) WHERE record.key > $after AND ($sources IS NULL OR record.source IN $sources)
  WITH record ORDER BY record.key LIMIT ${most}`;

const unlinkedWith = planned(`
  UNWIND $abouts AS about
  MATCH (record:Record {about: about}) WHERE record.standing IN ['OPEN', 'WAITING']
  RETURN DISTINCT about`);

/** Those of these of which there is a record, but it is not known yet what it tells of. */
export async function stillAsked(transaction: ManagedTransaction, abouts: Iterable<string>): Promise<ReadonlySet<string>> {
  const asked = [...new Set(abouts)];
  const rows = asked.length === 0 ? [] : await rowsIn(transaction, z.object({ about: z.string() }), unlinkedWith, { abouts: asked });
  return new Set(rows.map(({ about }) => about));
}

const redirectedWith = planned(`
  UNWIND $ids AS id
  MATCH (moved:Redirect {id: id}) MATCH (edit:Edit {id: moved.edit})
  RETURN id, moved.to AS to, edit.number AS number`);

/** Where ids have gone that editors have merged into others, with the numbers of these edits. */
export async function redirectsOf(
  transaction: ManagedTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly to: string; readonly number: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsIn(transaction, z.object({ id: z.string(), to: z.string(), number: z.int() }), redirectedWith, { ids });
  return new Map(rows.map(({ id, ...to }) => [id, to]));
}

/** A record as it is to be written. */
export interface RecordRow {
  readonly key: string;
  readonly source: string;
  readonly about: string;
  readonly type: string;
  readonly hash: string;
  readonly said: string;
  readonly standing: Standing;
  readonly place: string;
  readonly isNew: boolean;
  readonly thing: string | null;
  /** The edits that have made what it tells of one with others, where they are older than the record. */
  readonly merges?: readonly number[] | null;
  readonly candidates: readonly Candidate[];
  /** What it waits for (aboutKey): itself, or some of its facts. */
  readonly waitsFor: readonly string[];
}

/** What is new and tells of something: most of what a first load brings. */
const made = planned(`
  UNWIND $rows AS row
  MATCH (thing) WHERE elementId(thing) = row.node
  CREATE (record:Record)-[:TELLS_OF {merges: row.merges}]->(thing)
  SET record = row.properties`);

const written = planned(`
  UNWIND $rows AS row
  MERGE (record:Record {key: row.key})
  SET record += row.properties
  WITH record, row
  MATCH (record)-[old:TELLS_OF|MAY_TELL_OF|WAITS_FOR]->(other)
  WHERE type(old) <> 'TELLS_OF' OR other.id <> coalesce(row.thing, '')
  DELETE old`);

/** What an editor has merged keeps saying so (src/graph/editing/records.ts). */
const toldOf = planned(`
  UNWIND $rows AS row
  MATCH (record:Record {key: row.key}) MATCH (thing) WHERE elementId(thing) = row.node
  MERGE (record)-[tells:TELLS_OF]->(thing) ON CREATE SET tells.merges = row.merges`);

const mayTellOf = (label: string) =>
  planned(`
  UNWIND $rows AS row UNWIND row.candidates AS candidate
  MATCH (record:Record {key: row.key}) MATCH (thing:${label} {id: candidate.id})
  CREATE (record)-[:MAY_TELL_OF {confidence: candidate.confidence}]->(thing)`);

const waiting = planned(`
  UNWIND $rows AS row
  MATCH (record:Record {key: row.key})
  UNWIND row.waitsFor AS about
  MATCH (other:Record {about: about}) WHERE other.standing IN ['OPEN', 'WAITING']
  MERGE (record)-[:WAITS_FOR]->(other)`);

/** Writes records; `nodes` are Neo4j's own ids of the things that they tell of. */
export function writeRecords(sending: Sending, rows: readonly RecordRow[], nodes: ReadonlyMap<string, string>, load: string): void {
  if (rows.length === 0) return;
  // A source may say the same record twice.
  const first = new Map(rows.toReversed().map((row) => [row.key, row]));
  const parts = grouped(rows, (row) => row.isNew && row.thing !== null && first.get(row.key) === row);
  const [fresh, others] = [parts.get(true) ?? [], parts.get(false) ?? []];
  const nodeOf = (thing: string | null) => nodes.get(thing ?? '') ?? '';
  sending.rows(
    made,
    fresh.map((row) => ({ node: nodeOf(row.thing), merges: mergesOf(row), properties: propertiesOf(row, load) })),
  );
  sending.rows(
    written,
    others.map((row) => ({ thing: row.thing, key: row.key, properties: propertiesOf(row, load) })),
  );
  sending.rows(
    toldOf,
    others.flatMap((row) => (row.thing === null ? [] : [{ key: row.key, merges: mergesOf(row), node: nodeOf(row.thing) }])),
  );
  const asked = rows.filter(({ candidates }) => candidates.length > 0);
  for (const label of new Set(asked.map(({ type }) => type))) {
    const own = asked.filter(({ type }) => type === label).map(({ key, candidates }) => ({ key, candidates }));
    sending.rows(mayTellOf(label), own);
  }
  sending.rows(
    waiting,
    rows.flatMap(({ key, waitsFor }) => (waitsFor.length === 0 ? [] : [{ key, waitsFor }])),
  );
}

const mergesOf = ({ merges = null }: RecordRow) => withIntegers(merges);

/** What a node holds of a record. */
export const propertiesOf = ({ key, source, about, type, hash, said, standing, place }: RecordRow, load: string) => ({
  key,
  source,
  about,
  type,
  hash,
  said,
  standing,
  place,
  load,
  loadedAt: load,
});

const seen = planned('UNWIND $keys AS key MATCH (record:Record {key: key}) SET record.load = $load');

export async function markSeen(transaction: ManagedTransaction, keys: readonly string[], load: string): Promise<void> {
  if (keys.length > 0) await transaction.run(seen, { keys, load });
}
