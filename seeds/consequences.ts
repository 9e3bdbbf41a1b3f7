import type { ManagedTransaction } from 'neo4j-driver';
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
import { type Nodes, nodeModel, nodesOf } from './nodes.js';
import { Pace } from './progress.js';
import { componentAround, largestSeries, worksWithBases, writeSeries } from './seriesNear.js';
import { planned } from './statement.js';
import type { ThingType } from './told.js';
import { touch } from './touched.js';

/** What one transaction takes. */
const most = 2000;

const anyTouched = planned(`MATCH (thing:Touched) WHERE thing.id IS NOT NULL RETURN thing.id AS id, elementId(thing) AS node LIMIT ${most}`);

/**
 * Writes what follows from things for others, and from others for them, wherever a load has touched one: how popular names are, where tie-ups
 * stand, which works are a series, what may be one. It costs as much as what was touched and comes to the same whatever came first.
 */
export async function sweep(into: Into, report: (line: string) => void = () => {}): Promise<void> {
  const pace = new Pace();
  let swept = 0;
  while (await inTransaction(into, sweepCrowds)) {}
  for (let some = 1; some > 0; ) {
    some = await inTransaction(into, sweepSome);
    swept += some;
    const seconds = pace.due();
    if (seconds === null) continue;
    report(
      `What follows: ${swept.toLocaleString('en')} things, ${Math.round(swept / seconds).toLocaleString('en')} a second, ${Math.round(seconds)} s.`,
    );
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

/** Whoever keeps a copy of things in memory sees by `changed` which to read again (sheets.ts). */
const untouched = planned('UNWIND $nodes AS node MATCH (thing) WHERE elementId(thing) = node REMOVE thing:Touched SET thing.changed = timestamp()');

/** Does some things, and with them all that are touched of the series around them; says how many it did. */
async function sweepSome(transaction: ManagedTransaction): Promise<number> {
  const rows = await rowsIn(transaction, nodeModel, anyTouched, {});
  if (rows.length === 0) return 0;
  const nodes: Nodes = new Map(rows.map(({ id, node }) => [id, node]));
  const component = await componentAround(transaction, byLabel(nodes.keys()).get('Work') ?? []);
  for (const { id, node, touched } of component.works) if (touched) nodes.set(id, node);
  const things = byLabel(nodes.keys());
  const nodesOfType = (type: ThingType) => nodesOf(nodes, things.get(type) ?? []);
  await writeGuesses(transaction, nodes);
  await writeSeries(transaction, component);
  if (things.has('TieUp')) await transaction.run(ordered, { nodes: nodesOfType('TieUp') });
  if (things.has('Work')) await transaction.run(reordered, { nodes: nodesOfType('Work') });
  await transaction.run(popular, { nodes: [...nodes.values()] });
  await transaction.run(untouched, { nodes: [...nodes.values()] });
  return nodes.size;
}

/** Tie-ups are listed by the start of their work. */
const start = `COLLECT { MATCH (tie)-[:FOR]->(work:Work) RETURN work.orderStart AS start ORDER BY start DESC LIMIT 1 }`;
const ordered = planned(`
  UNWIND $nodes AS node
  MATCH (tie) WHERE elementId(tie) = node
  WITH tie, coalesce(${start}[0], '') AS start WHERE tie.orderStart <> start
  SET tie.orderStart = start`);
const reordered = planned(`
  UNWIND $nodes AS node
  MATCH (work) WHERE elementId(work) = node
  WITH work, 0 AS workFound MATCH (work)<-[:FOR]-(tie:TieUp)
  WITH DISTINCT tie, tie:Touched AS isTouched WHERE NOT isTouched
  WITH tie, coalesce(${start}[0], '') AS start WHERE tie.orderStart <> start
  SET tie.orderStart = start`);

const mostPopular = popularityLevels.length - 1;

/** Guesses, and what editors have said of them, tell nothing of a thing; nor does how often it is told of. */
const facts = `COUNT { (thing)--() } - COUNT { (thing)<-[:TELLS_OF]-() } - COUNT { (thing)<-[:MAY_TELL_OF]-() } - COUNT { (thing)-[:MAY_BE]-() } - COUNT { (thing)-[:IS_NOT]-() }`;

/** How much is told of a thing stands among the keys of its names (popularityKey in nameQuery.ts), so that the index finds the most popular first. */
const popular = planned(`
  UNWIND $nodes AS node
  MATCH (thing) WHERE elementId(thing) = node AND EXISTS { (thing)-[:NAMED]->() }
  WITH thing, ${facts} AS facts
  WITH thing, 'n:' + substring('${popularityLevels}', CASE WHEN facts >= ${2 ** mostPopular - 1} THEN ${mostPopular} ELSE toInteger(floor(log(facts + 1) / log(2) + 1e-9)) END, 1) AS word
  MATCH (thing)-[:NAMED]->(name:Name) WHERE NOT name.keys ENDS WITH word
  SET name.keys = split(name.keys, ' n:')[0] + ' ' + word`);
