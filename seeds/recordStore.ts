import { createHash } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import type { Sourced } from './assemble.js';
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
}

export const recordKey = (source: string, record: string) => `${source} ${record}`;
export const aboutKey = (source: string, ref: string) => `${source} ${ref}`;

/** What was written as JSON; it was checked before. */
export const toldIn = (said: string) => JSON.parse(said) as Told;

/** The source whose refs a record uses. */
export const refsIn = (about: string, { ref }: Told) => about.slice(0, -ref.length - 1);

/** Changes whenever what is said does. */
export const hashOf = (told: Told) => createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 16);

/** All that a record names: itself, what its facts lead to, and what it is told within. */
export function aboutsIn(refs: string, { ref, facts, within, known }: Told): readonly string[] {
  const named = [
    ref,
    ...facts.flatMap(({ other, says }) => [other, ...(Array.isArray(says?.['works']) ? says['works'].map(String) : [])]),
    ...(within ?? []),
    ...(known?.works ?? []),
  ];
  return named.map((each) => aboutKey(refs, each));
}

const keptWith = `
  UNWIND $keys AS key
  MATCH (record:Record {key: key})
  OPTIONAL MATCH (record)-[:TELLS_OF]->(thing)
  RETURN key, record.hash AS hash, record.standing AS standing, record.decided AS decided, thing.id AS thing`;

const keptModel = z.object({
  key: z.string(),
  hash: z.string(),
  standing: z.enum(STANDINGS),
  decided: z.string().nullable(),
  thing: z.string().nullable(),
});

export async function keptRecords(transaction: ManagedTransaction, keys: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const rows = await rowsIn(transaction, keptModel, keptWith, { keys });
  return new Map(rows.map((row) => [row.key, row]));
}

const calledWith = `
  UNWIND $abouts AS about
  MATCH (:Record {about: about})-[:TELLS_OF]->(thing)
  RETURN DISTINCT about, thing.id AS thing`;

/** The things that sources call so (aboutKey), by what they are called. */
export async function thingsCalled(transaction: ManagedTransaction, abouts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsIn(transaction, z.object({ about: z.string(), thing: z.string() }), calledWith, { abouts: [...new Set(abouts)] });
  return new Map(rows.map(({ about, thing }) => [about, thing]));
}

const tellingOf = `
  UNWIND $things AS id
  MATCH (thing {id: id})<-[:TELLS_OF]-(record:Record)
  RETURN id, record.source AS source, record.about AS about, record.said AS said`;

const byLabel = (label: string) => tellingOf.replace('(thing ', `(thing:${label} `);

/** All that sources say of these things, which are of one kind. */
export async function recordsOf(transaction: ManagedTransaction, label: string, things: readonly string[]): Promise<ReadonlyMap<string, Sourced[]>> {
  const rows = await rowsIn(transaction, z.object({ id: z.string(), source: z.string(), about: z.string(), said: z.string() }), byLabel(label), {
    things,
  });
  const records = new Map<string, Sourced[]>();
  for (const { id, source, about, said } of rows) {
    const list = records.get(id) ?? [];
    records.set(id, list);
    const told = toldIn(said);
    list.push({ source, refs: refsIn(about, told), told });
  }
  return records;
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
  readonly thing: string | null;
  readonly candidates: readonly { readonly id: string; readonly confidence: number }[];
  /** What it waits for (aboutKey). */
  readonly waitsFor: readonly string[];
}

const written = `
  UNWIND $rows AS row
  MERGE (record:Record {key: row.key})
  SET record += {source: row.source, about: row.about, type: row.type, hash: row.hash, said: row.said, standing: row.standing,
    place: row.place, load: $load, loadedAt: $load}
  WITH record, row
  OPTIONAL MATCH (record)-[old:TELLS_OF|MAY_TELL_OF|WAITS_FOR]->()
  DELETE old`;

const toldOf = (label: string) => `
  UNWIND $rows AS row
  MATCH (record:Record {key: row.key}) MATCH (thing:${label} {id: row.thing})
  CREATE (record)-[:TELLS_OF]->(thing)`;

const mayTellOf = (label: string) => `
  UNWIND $rows AS row UNWIND row.candidates AS candidate
  MATCH (record:Record {key: row.key}) MATCH (thing:${label} {id: candidate.id})
  CREATE (record)-[:MAY_TELL_OF {confidence: candidate.confidence}]->(thing)`;

const waiting = `
  UNWIND $rows AS row
  MATCH (record:Record {key: row.key})
  UNWIND row.waitsFor AS about
  MATCH (other:Record {about: about}) WHERE other.standing IN ['OPEN', 'WAITING']
  MERGE (record)-[:WAITS_FOR]->(other)`;

export async function writeRecords(transaction: ManagedTransaction, rows: readonly RecordRow[], load: string): Promise<void> {
  await transaction.run(written, { rows: rows.map(({ candidates: _candidates, waitsFor: _waitsFor, thing: _thing, ...row }) => row), load });
  const labels = new Set(rows.map(({ type }) => type));
  for (const label of labels) {
    const own = rows.filter(({ type }) => type === label);
    const known = own.flatMap(({ key, thing }) => (thing === null ? [] : [{ key, thing }]));
    if (known.length > 0) await transaction.run(toldOf(label), { rows: known });
    const asked = own.flatMap(({ key, candidates }) => (candidates.length === 0 ? [] : [{ key, candidates }]));
    if (asked.length > 0) await transaction.run(mayTellOf(label), { rows: asked });
  }
  const waits = rows.flatMap(({ key, waitsFor }) => (waitsFor.length === 0 ? [] : [{ key, waitsFor }]));
  if (waits.length > 0) await transaction.run(waiting, { rows: waits });
}

const seen = 'UNWIND $keys AS key MATCH (record:Record {key: key}) SET record.load = $load';

export async function markSeen(transaction: ManagedTransaction, keys: readonly string[], load: string): Promise<void> {
  if (keys.length > 0) await transaction.run(seen, { keys, load });
}
