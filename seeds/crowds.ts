import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { blocksOf } from './blocks.js';

import { planned } from './statement.js';

/**
 * A key that more names share than it takes to tell anything is a Crowd of the graph. So is known without counting which keys say nothing, and
 * when one begins or ceases to: then all that share it are looked at again.
 */
const known = planned('UNWIND $keys AS key MATCH (crowd:Crowd {key: key}) RETURN key');

const keyModel = z.object({ key: z.string() });

export async function crowdsAmong(transaction: ManagedTransaction, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  return new Set((await rowsIn(transaction, keyModel, known, { keys })).map(({ key }) => key));
}

const made = planned('UNWIND $keys AS key MERGE (:Crowd {key: key})');

export async function makeCrowds(transaction: ManagedTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await transaction.run(made, { keys });
}

/** What the index keeps of a name. */
interface KeptName {
  readonly keys: string;
  readonly base: string | null;
}

const marked = planned('UNWIND $keys AS key MATCH (crowd:Crowd {key: key}) SET crowd:Touched');

/** Marks the crowds that these names leave. */
export async function touchCrowds(transaction: ManagedTransaction, names: readonly KeptName[]): Promise<void> {
  const crowds = await crowdsAmong(transaction, [...new Set(names.flatMap(crowdsOf))]);
  if (crowds.size > 0) await transaction.run(marked, { keys: [...crowds] });
}

const crowdsOf = ({ keys, base }: KeptName): readonly string[] => [
  ...blocksOf([keys]).map((block) => crowdOfNames(typeIn(keys), block)),
  ...(base === null ? [] : [crowdOfSeries(base)]),
];

/** Its first word tells what it is a name of. */
const typeIn = (keys: string) => keys.slice(2, keys.indexOf(' '));

export const crowdOfNames = (type: string, block: string) => `${type} ${block}`;
export const crowdOfSeries = (base: string) => `Series ${base}`;

const left = planned('MATCH (crowd:Crowd:Touched) RETURN crowd.key AS key ORDER BY key LIMIT 500');

/** Crowds that names have left since they were last counted. */
export async function touchedCrowds(transaction: ManagedTransaction): Promise<readonly string[]> {
  return (await rowsIn(transaction, keyModel, left, {})).map(({ key }) => key);
}

const counted = planned('UNWIND $keys AS key MATCH (crowd:Crowd {key: key}) REMOVE crowd:Touched');
const dissolved = planned('UNWIND $keys AS key MATCH (crowd:Crowd {key: key}) DELETE crowd');

/** Of these crowds, which were counted again, those that are none any more go. */
export async function settleCrowds(transaction: ManagedTransaction, keys: readonly string[], none: readonly string[]): Promise<void> {
  await transaction.run(counted, { keys });
  await transaction.run(dissolved, { keys: none });
}
