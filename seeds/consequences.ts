import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { isMergeable } from '../src/graph/ids.js';
import { popularityLevels } from '../src/graph/nameQuery.js';
import { largestBlock } from './blocks.js';
import { byLabel } from './byLabel.js';
import { settleCrowds, touchedCrowds } from './crowds.js';
import { grouped } from './grouped.js';
import { type Into, inTransaction } from './into.js';
import { writeGuesses } from './maybe.js';
import { thingsInBlocks } from './nameBlocks.js';
import { componentAround, largestSeries, worksWithBases, writeSeries } from './seriesNear.js';
import { planned } from './statement.js';
import { touch } from './touched.js';

/** What one transaction takes. */
const most = 2000;

const anyTouched = 'MATCH (thing:Touched) WHERE thing.id IS NOT NULL RETURN thing.id AS id ORDER BY id';

/**
 * Writes what follows from things for others, and from others for them, wherever a load has touched one: how popular names are, where tie-ups
 * stand, which works are a series, what may be one. It costs as much as what was touched and comes to the same whatever came first.
 */
export async function sweep(into: Into, report: (line: string) => void = () => {}): Promise<void> {
  const start = Date.now();
  let told = start;
  let swept = 0;
  while (await inTransaction(into, sweepCrowds)) {}
  for (let more = true; more; ) {
    const { records } = await into.driver.executeQuery(anyTouched, {}, { database: into.database });
    const ids = records.map((record) => String(record.get('id')));
    for (let at = 0; at < ids.length; at += most) {
      swept += await inTransaction(into, (transaction) => sweepSome(transaction, ids.slice(at, at + most)));
      if (Date.now() - told < 5000) continue;
      told = Date.now();
      const seconds = (told - start) / 1000;
      report(
        `What follows: ${swept.toLocaleString('en')} things, ${Math.round(swept / seconds).toLocaleString('en')} a second, ${Math.round(seconds)} s.`,
      );
    }
    more = ids.length > 0;
  }
}

/** Counts some crowds again that names have left; what they no longer hide is looked at. */
async function sweepCrowds(transaction: ManagedTransaction): Promise<boolean> {
  const keys = await touchedCrowds(transaction);
  if (keys.length === 0) return false;
  const none: string[] = [];
  for (const [kind, own] of grouped(keys, (key) => key.slice(0, key.indexOf(' ')))) {
    const names = own.map((key) => key.slice(kind.length + 1));
    const found = isMergeable(kind) ? await thingsInBlocks(transaction, kind, names) : await worksWithBases(transaction, names);
    const largest = isMergeable(kind) ? largestBlock : largestSeries;
    for (const [name, ids] of found) {
      if (ids.size > largest) continue;
      none.push(`${kind} ${name}`);
      await touch(transaction, ids.keys());
    }
  }
  await settleCrowds(transaction, keys, none);
  return true;
}

const stillTouched = (label: string) => planned(`UNWIND $ids AS id MATCH (thing:${label} {id: id}) WHERE thing:Touched RETURN id`);
const untouched = (label: string) => planned(`UNWIND $ids AS id MATCH (thing:${label} {id: id}) REMOVE thing:Touched`);

/** Does some things, and with them all that are touched of the series around them; says how many it did. */
async function sweepSome(transaction: ManagedTransaction, ids: readonly string[]): Promise<number> {
  const touched = new Set<string>();
  for (const [label, own] of byLabel(ids))
    for (const { id } of await rowsIn(transaction, idModel, stillTouched(label), { ids: own })) touched.add(id);
  const component = await componentAround(transaction, byLabel(touched).get('Work') ?? []);
  for (const work of component.works) if (work.touched) touched.add(work.id);
  const things = byLabel(touched);
  await writeGuesses(transaction, things);
  await writeSeries(transaction, component);
  await transaction.run(ordered, { ids: things.get('TieUp') ?? [] });
  await transaction.run(reordered, { ids: things.get('Work') ?? [] });
  for (const [label, own] of things) {
    if (label !== 'TieUp' && label !== 'Chart') await transaction.run(popular(label), { ids: own });
    await transaction.run(untouched(label), { ids: own });
  }
  return touched.size;
}

const idModel = z.object({ id: z.string() });

/** Tie-ups are listed by the start of their work. */
const start = `COLLECT { MATCH (tie)-[:FOR]->(work:Work) RETURN work.orderStart AS start ORDER BY start DESC LIMIT 1 }`;
const ordered = planned(`
  UNWIND $ids AS id
  MATCH (tie:TieUp {id: id})
  WITH tie, coalesce(${start}[0], '') AS start WHERE tie.orderStart <> start
  SET tie.orderStart = start`);
const reordered = planned(`
  UNWIND $ids AS id
  MATCH (:Work {id: id})<-[:FOR]-(tie:TieUp)
  WITH DISTINCT tie, tie:Touched AS isTouched WHERE NOT isTouched
  WITH tie, coalesce(${start}[0], '') AS start WHERE tie.orderStart <> start
  SET tie.orderStart = start`);

const mostPopular = popularityLevels.length - 1;

/** Guesses, and what editors have said of them, tell nothing of a thing; nor does how often it is told of. */
const facts = `COUNT { (thing)--() } - COUNT { (thing)<-[:TELLS_OF]-() } - COUNT { (thing)<-[:MAY_TELL_OF]-() } - COUNT { (thing)-[:MAY_BE]-() } - COUNT { (thing)-[:IS_NOT]-() }`;

/** How much is told of a thing stands among the keys of its names (popularityKey in nameQuery.ts), so that the index finds the most popular first. */
const popular = (type: string) =>
  planned(`
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  WITH thing, ${facts} AS facts
  WITH thing, 'n:' + substring('${popularityLevels}', CASE WHEN facts >= ${2 ** mostPopular - 1} THEN ${mostPopular} ELSE toInteger(floor(log(facts + 1) / log(2) + 1e-9)) END, 1) AS word
  MATCH (thing)-[:NAMED]->(name:Name) WHERE NOT name.keys ENDS WITH word
  SET name.keys = split(name.keys, ' n:')[0] + ' ' + word`);
