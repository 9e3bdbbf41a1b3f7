import type { ManagedTransaction } from 'neo4j-driver';
import { byLabel } from './byLabel.js';

import { planned } from './statement.js';

/**
 * Things of which something else may follow since a load wrote them, or what stands around them, carry the label Touched until the sweep has
 * looked at them (consequences.ts): a load that is killed between the two is completed by the next.
 */
const marked = (label: string) => planned(`UNWIND $ids AS id MATCH (thing:${label} {id: id}) SET thing:Touched`);

export async function touch(transaction: ManagedTransaction, ids: Iterable<string>): Promise<void> {
  for (const [label, own] of byLabel(new Set(ids))) await transaction.run(marked(label), { ids: own });
}

/** The sweep reaches all works of a series from one of them. */
const ofSeries = planned(`
  UNWIND $series AS series
  CALL (series) { MATCH (work:Work {series: series}) RETURN work LIMIT 1 }
  SET work:Touched`);

export async function touchSeries(transaction: ManagedTransaction, series: Iterable<string>): Promise<void> {
  const given = [...new Set(series)];
  if (given.length > 0) await transaction.run(ofSeries, { series: given });
}
