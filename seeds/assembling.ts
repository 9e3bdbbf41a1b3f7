import type { ManagedTransaction } from 'neo4j-driver';
import { type Assembled, assemble, type Sourced } from './assemble.js';
import { heldBy } from './held.js';
import type { Called } from './linkRecords.js';
import { findNodes, type Nodes, nodesOf } from './nodes.js';
import { aboutKey, aboutsIn, type RecordRow, recordKey, thingsCalled, writeRecords } from './recordStore.js';
import { removeThings } from './removeThings.js';
import { Sending } from './statement.js';
import { writeThings } from './writeThings.js';

interface Anew {
  readonly things: ReadonlySet<string>;
  /** What is brought; without it, what is kept of the things' records is all that there is. */
  readonly brought?: BroughtRecords;
}

interface BroughtRecords {
  /** Records that are not written yet, by the things that they tell of. */
  readonly fresh: ReadonlyMap<string, readonly Sourced[]>;
  /** All that is to be written of records. */
  readonly rows: readonly RecordRow[];
  /** What is known already of which things are called so, and of Neo4j's own ids of them. */
  readonly called: Called;
  readonly nodes: Nodes;
  readonly load: string;
}

const nothing = (): BroughtRecords => ({ fresh: new Map(), rows: [], called: new Map(), nodes: new Map(), load: '' });

/** Writes things as all of their records tell of them; those that no record tells of any more are taken away. */
export async function assembleAnew(transaction: ManagedTransaction, { things, brought = nothing() }: Anew): Promise<void> {
  const { fresh, rows, called, nodes, load } = brought;
  const all = new Map<string, readonly Sourced[]>(fresh);
  await findNodes(transaction, things, nodes);
  const before = await heldBy(transaction, nodesOf(nodes, things));
  for (const [id, held] of before) all.set(id, withFresh(held.records, fresh.get(id) ?? []));
  const abouts = [...all.values()].flatMap((list) => list.flatMap(({ refs, told }) => aboutsIn(refs, told))).filter((about) => !called.has(about));
  const others = new Map<string, string>();
  for (const { about, thing, node } of await thingsCalled(transaction, abouts)) {
    others.set(about, thing);
    nodes.set(thing, node);
  }
  const thingCalled = (refs: string, ref: string) => called.get(aboutKey(refs, ref)) ?? others.get(aboutKey(refs, ref));
  const assembled: Assembled[] = [];
  const untold: string[] = [];
  for (const id of things) {
    const records = all.get(id) ?? [];
    if (records.length === 0) untold.push(id);
    else assembled.push(assemble(id, records, thingCalled, new Set(before.get(id)?.names.map(([key]) => key))));
  }
  await removeThings(transaction, nodesOf(nodes, untold));
  const sending = new Sending(transaction);
  await writeThings(sending, assembled, before, nodes);
  writeRecords(sending, rows, nodes, load);
  await sending.done();
}

/** A record that is told anew takes the place of what it said before. */
function withFresh(earlier: readonly Sourced[], fresh: readonly Sourced[]): readonly Sourced[] {
  const keys = new Map(fresh.map((each) => [recordKey(each.source, each.told.record), each]));
  const ranks = new Map(earlier.map(({ source, told, merged }) => [recordKey(source, told.record), merged]));
  return [
    ...earlier.filter(({ source, told }) => !keys.has(recordKey(source, told.record))),
    ...fresh.map((each) => ({ ...each, merged: ranks.get(recordKey(each.source, each.told.record)) ?? each.merged })),
  ];
}
