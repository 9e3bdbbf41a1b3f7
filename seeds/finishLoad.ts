import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { assembleAnew } from './assembling.js';
import { Bringing } from './bringing.js';
import { sweep } from './consequences.js';
import { grouped } from './grouped.js';
import { type Into, inTransaction, reading } from './into.js';
import { Pace } from './progress.js';
import { openAfter, refsIn, toldIn } from './recordStore.js';
import type { Report } from './report.js';

/** Does what loads and edits have left: records that waited, things that are to be assembled anew, and what follows for others. Gives how many had waited. */
export async function finishLoad(into: Into, report?: Report): Promise<number> {
  let told = 0;
  for (let rows = await answered(into); rows.length > 0; rows = await answered(into)) {
    for (const list of bySource(rows)) told += await tell(into, list);
  }
  while ((await inTransaction(into, assembleStale)) > 0);
  await sweep(into, report);
  await into.driver.executeQuery('CALL db.awaitIndexes(1200)', {}, { database: into.database });
  return told;
}

/**
 * Looks once more at what is open of these sources, or of all: what was loaded after a record may tell what it is. Gives how many are told now;
 * asked again, there is nothing more to be told.
 */
export async function askAgain(into: Into, sources: readonly string[] | null, report?: Report): Promise<number> {
  const pace = new Pace();
  let [told, asked] = [0, 0];
  for (let some = 1; some > 0; told += some) {
    some = 0;
    const next = (after: string) => reading(into, (transaction) => rowsIn(transaction, openModel, open, { sources, after }));
    for (let rows = await next(''); rows.length > 0; rows = await next(rows.at(-1)?.key ?? '')) {
      for (const list of bySource(rows)) some += await tell(into, list);
      asked += rows.length;
      const seconds = pace.due();
      if (seconds !== null) report?.(`What is open: ${asked.toLocaleString('en')} records looked at once more, ${Math.round(seconds)} s.`);
    }
    if (some > 0) some += await finishLoad(into, report);
  }
  return told;
}

/** Records that have waited for others of which it is known by now what they tell of. */
const waited = `
  MATCH (record:Record)-[:WAITS_FOR]->(other:Record) WHERE other.standing IN ['NEW', 'JOINED']
  WITH DISTINCT record ORDER BY record.key LIMIT 1000
  RETURN record.source AS source, record.about AS about, record.place AS place, record.said AS said`;

const waitedModel = z.object({ source: z.string(), about: z.string(), place: z.string(), said: z.string() });

type Waited = z.output<typeof waitedModel>;

const open = `${openAfter('1000')}
  RETURN record.key AS key, record.source AS source, record.about AS about, record.place AS place, record.said AS said`;

const openModel = waitedModel.extend({ key: z.string() });

const answered = (into: Into) => reading(into, (transaction) => rowsIn(transaction, waitedModel, waited, {}));

/** Those of one source that use the same refs together. */
const bySource = (rows: readonly Waited[]) => grouped(rows, ({ source, about, said }) => `${source} ${refsIn(about, toldIn(said))}`).values();

async function tell(into: Into, rows: readonly Waited[]): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const bringing = new Bringing(into, { source: first.source, refs: refsIn(first.about, toldIn(first.said)) }, { again: true });
  const placed = rows.map(({ place, said }) => ({ place, told: toldIn(said) }));
  const { counts } = await inTransaction(into, (transaction) => bringing.batch(transaction, placed));
  return counts.loaded + counts.merged;
}

const stale = 'MATCH (thing:Stale) RETURN thing.id AS id ORDER BY id LIMIT 1000';

/** Editors mark what they have moved records of (src/graph/editing/records.ts). */
async function assembleStale(transaction: ManagedTransaction): Promise<number> {
  const rows = await rowsIn(transaction, z.object({ id: z.string() }), stale, {});
  const things = new Set(rows.map(({ id }) => id));
  await assembleAnew(transaction, { things });
  return rows.length;
}
