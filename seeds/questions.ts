import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import type { Into } from './into.js';
import { type Loaded, load } from './loader.js';
import { openAfter, refsIn, toldIn } from './recordStore.js';
import type { DataSource } from './source.js';

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

const decided = 'MATCH (record:Record {key: $key}) WHERE record.standing = "OPEN" SET record.decided = $thing RETURN record.key AS key';
const isThere = 'MATCH (thing {id: $id}) RETURN thing.id AS id';

/** Says what an open record tells of: the id of a thing, or NEW. It is loaded with all that waited for it. */
export async function decide(into: Into, key: string, thing: string): Promise<Loaded> {
  const { driver, database } = into;
  if (thing !== 'NEW' && (await driver.executeQuery(isThere, { id: thing }, { database })).records.length === 0)
    throw new Error(`There is nothing with the id ${thing}. Give the id of one of the candidates, another id of the graph, or NEW.`);
  const { records } = await driver.executeQuery(decided, { key, thing }, { database });
  if (records.length === 0) throw new Error(`No question is open of ${key}. Take keys from the list of open questions.`);
  return settle(into, key);
}

/** Loads a record of which it was decided what it tells of, with all that waited for it. */
export async function settle(into: Into, key: string): Promise<Loaded> {
  return load(into, await replayed(into.driver, into.database, key), '', { partial: true });
}

const openRecord = `
  MATCH (record:Record {key: $key})
  MATCH (source:Source {key: record.source})
  RETURN properties(source) AS source, record.about AS about, record.place AS place, record.said AS said`;

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

/** A record as it was read. */
async function replayed(driver: Driver, database: string, key: string): Promise<DataSource> {
  const { records } = await driver.executeQuery(openRecord, { key }, { database });
  if (!records[0])
    throw new Error(`There is no record ${key} any more: its source was taken out, or no longer has it. Nothing is left to be decided.`);
  const { source, about, place, said } = openModel.parse(records[0].toObject());
  const told = toldIn(said);
  return { key: source.key, refs: refsIn(about, told), describe: () => source, read: () => [{ place, told }] };
}
