import { z } from 'zod';
import type { Decision } from '../src/graph/editing/decide.js';
import { createEditing } from '../src/graph/editing/editing.js';
import { grouped } from './grouped.js';
import { type Into, inTransaction } from './into.js';
import { type Loaded, load } from './loader.js';
import { openAfter, refsIn, toldIn } from './recordStore.js';
import type { DataSource } from './source.js';
import { takeBack } from './takeBack.js';

/** A record of which it is asked what it tells of. */
export interface Question {
  /** The record's key. */
  readonly key: string;
  readonly source: string;
  /** Where it stands in its source. */
  readonly place: string;
  readonly type: string;
  /** What it is called there. */
  readonly names: readonly string[];
  /** What it may be, the likeliest first. */
  readonly candidates: readonly { readonly id: string; readonly title: string | null; readonly confidence: number }[];
}

const asked = `${openAfter('toInteger($first)')}
  RETURN record.key AS key, record.source AS source, record.place AS place, record.type AS type, record.said AS said,
    COLLECT { MATCH (record)-[may:MAY_TELL_OF]->(thing) RETURN {id: thing.id, title: thing.original, confidence: may.confidence} ORDER BY may.confidence DESC, thing.id } AS candidates`;

const questionModel = z.object({
  key: z.string(),
  source: z.string(),
  place: z.string(),
  type: z.string(),
  said: z.string(),
  candidates: z.array(z.object({ id: z.string(), title: z.string().nullable(), confidence: z.number() })),
});

/** Questions that are open, in the order of their keys, after one of them. */
export async function openQuestions(
  { driver, database }: Into,
  { source = null, first = 20, after = '' }: { readonly source?: string | null; readonly first?: number; readonly after?: string } = {},
): Promise<readonly Question[]> {
  const { records } = await driver.executeQuery(asked, { sources: source === null ? null : [source], first, after }, { database });
  return records.map((record) => {
    const { said, ...question } = questionModel.parse(record.toObject());
    return { ...question, names: toldIn(said).names.map(({ text }) => text) };
  });
}

/** Says what an open record tells of, as an editor does by the API. It is loaded with all that waited for it. */
export async function decide(into: Into, key: string, decision: Decision): Promise<readonly Loaded[]> {
  const loads: Loaded[] = [];
  const editing = createEditing(into.driver, into.database, async (each) => loads.push(...(await settle(into, each))));
  await editing.decide(key, decision);
  return loads;
}

/** Loads a record of which it was decided what it tells of, with all that waited for it; what was decided before no longer holds. */
export async function settle(into: Into, key: string): Promise<readonly Loaded[]> {
  await inTransaction(into, (transaction) => takeBack(transaction, key));
  const loads: Loaded[] = [];
  for (const source of await replayed(into, key)) loads.push(await load(into, source, '', { partial: true }));
  return loads;
}

const openRecord = `
  MATCH (asked:Record {key: $key})
  MATCH (record:Record {about: asked.about})
  MATCH (source:Source {key: record.source})
  RETURN properties(source) AS source, record.about AS about, record.place AS place, record.said AS said
  ORDER BY record.source <> asked.source, record.source, record.key`;

const openModel = z.object({
  source: z.object({
    key: z.string(),
    title: z.string(),
    licence: z.string(),
    url: z.string().optional(),
    version: z.string().optional(),
    date: z.string().optional(),
  }),
  about: z.string(),
  place: z.string(),
  said: z.string(),
});

/** A record as it was read, with those that go by the same ref, by their sources: its own first. */
async function replayed({ driver, database }: Into, key: string): Promise<readonly DataSource[]> {
  const { records } = await driver.executeQuery(openRecord, { key }, { database });
  if (!records[0])
    throw new Error(`There is no record ${key} any more: its source was taken out, or no longer has it. Nothing is left to be decided.`);
  const rows = records.map((record) => openModel.parse(record.toObject()));
  return [...grouped(rows, ({ source }) => source.key)].map(([source, own]) => {
    const [{ about, said, source: described }] = own;
    const read = () => own.map((each) => ({ place: each.place, told: toldIn(each.said) }));
    return { key: source, refs: refsIn(about, toldIn(said)), describe: () => described, read };
  });
}
