import type { Placed } from './batches.js';
import { type Counts, nothing } from './counts.js';
import { grouped } from './grouped.js';
import type { Known } from './known.js';
import { type Called, type Linked, linkRecords } from './linkRecords.js';
import type { Nodes } from './nodes.js';
import { aboutKey, aboutsIn, type Candidate, hashOf, type Kept, recordKey } from './recordStore.js';
import type { Rejected } from './source.js';
import { statementsIn, type Told } from './told.js';
import { type Brought, withWaits } from './waits.js';

/** Where records come from. */
export interface Origin {
  readonly source: string;
  /** The source whose refs they use. */
  readonly refs: string;
}

export interface Asking extends Origin {
  /** What is the same as before is looked at again: it was waiting. */
  readonly again: boolean;
  /** Grows by what is linked. */
  readonly called: Called;
}

/** Records that were read together, each with what it was found to tell of. */
export interface LinkedBatch {
  readonly count: number;
  readonly statements: number;
  /** Those that say what they said before, and of which nothing new is known. */
  readonly settled: readonly string[];
  readonly taken: readonly Brought[];
  readonly rejected: readonly Rejected[];
  /** Facts that lead nowhere. */
  readonly loose: readonly Rejected[];
  /** How many are new or say something else. */
  readonly changed: number;
  readonly kept: ReadonlyMap<string, Kept>;
  readonly called: Called;
  readonly nodes: Nodes;
}

/** What came of a batch, to be told once it is committed. */
export interface Outcome {
  readonly counts: Counts;
  readonly rejected: readonly Rejected[];
}

/** Finds out what records tell of that were read together. */
export async function linkBatch(known: Known, placed: readonly Placed[], { source, refs, again, called }: Asking): Promise<LinkedBatch> {
  const records = placed.map(({ told, place }) => toBring(told, place, source));
  const kept = await known.records(records.map(({ key }) => key));
  const isSettled = ({ key, hash }: Omit<Brought, 'linked'>) => {
    const before = kept.get(key);
    return !again && before?.hash === hash && (before.thing !== null || (before.standing === 'OPEN' && before.decided === null));
  };
  const settled = records.filter(isSettled);
  const changed = records.filter((record) => !isSettled(record));
  const nodes: Nodes = new Map();
  for (const { about, thing, node } of await known.called(changed.flatMap(({ told }) => aboutsIn(refs, told)))) {
    called.set(about, thing);
    nodes.set(thing, node);
  }
  const linked = await linkRecords(
    changed.map(({ told, key }) => ({ told, kept: kept.get(key) })),
    { known, source: refs, called },
  );
  const brought = await moved(
    known,
    changed.map((record, index): Brought => ({ ...record, linked: linked[index] ?? neverLinked() })),
    { refs, called },
  );
  const { taken, rejected, loose } = await withWaits(known, brought, { refs, again }, called);
  const asBefore = grouped(taken, (each) => standsAsBefore(each, kept.get(each.key)));
  return {
    rejected,
    loose,
    taken: asBefore.get(false) ?? [],
    count: records.length,
    statements: records.reduce((total, { told }) => total + statementsIn(told), 0),
    settled: [...settled, ...(asBefore.get(true) ?? [])].map(({ key }) => key),
    changed: changed.filter(({ key, hash }) => kept.get(key)?.hash !== hash).length,
    kept,
    called,
    nodes,
  };
}

/** A record that was looked at again, and of which no more is known than before. */
function standsAsBefore({ hash, linked }: Brought, kept: Kept | undefined): boolean {
  if (!kept || kept.hash !== hash || kept.thing !== null || linked.standing !== kept.standing) return false;
  return areAlike(linked.candidates, kept.candidates) && linked.waitsFor.toSorted().join('\n') === kept.waitsFor.toSorted().join('\n');
}

/** How likely it is hangs a little on how the index is stored at the moment: such a difference is none. */
const noDifference = 0.1;

function areAlike(some: readonly Candidate[], others: readonly Candidate[]): boolean {
  const confidences = (list: readonly Candidate[]) => new Map(list.map(({ id, confidence }) => [id, confidence]));
  const [one, other] = [confidences(some), confidences(others)];
  return [...one.keys(), ...other.keys()].every((id) => Math.abs((one.get(id) ?? 0) - (other.get(id) ?? 0)) < noDifference);
}

export function outcomeOf({ count, statements, settled, taken, rejected, loose, changed, kept }: LinkedBatch): Outcome {
  const standings = [...settled.map((key) => kept.get(key)?.standing ?? 'NEW'), ...taken.map((each) => each.linked.standing)];
  return {
    rejected: [...rejected, ...loose],
    counts: {
      ...nothing,
      read: count,
      loaded: standings.filter((standing) => standing === 'NEW').length,
      merged: standings.filter((standing) => standing === 'JOINED').length,
      open: standings.filter((standing) => standing === 'OPEN' || standing === 'WAITING').length,
      rejected: rejected.length,
      changed,
      loose: loose.length,
      statements,
    },
  };
}

function toBring(told: Told, place: string, source: string): Omit<Brought, 'linked'> {
  const said = JSON.stringify(told);
  return { told, place, said, key: recordKey(source, told.record), hash: hashOf(said) };
}

function neverLinked(): Linked {
  throw new Error('A record was not linked.');
}

/** What comes anew of a thing that an editor has merged into another tells of that other. */
async function moved(known: Known, brought: readonly Brought[], { refs, called }: Pick<Asking, 'refs' | 'called'>): Promise<readonly Brought[]> {
  const fresh = brought.flatMap(({ linked: { standing, thing } }) => (standing === 'NEW' && thing !== null ? [thing] : []));
  const redirects = await known.moved(fresh);
  if (redirects.size === 0) return brought;
  return brought.map((each) => {
    const to = redirects.get(each.linked.thing ?? '');
    if (!to) return each;
    called.set(aboutKey(refs, each.told.ref), to.to);
    return { ...each, linked: { ...each.linked, thing: to.to, merges: [to.number] } };
  });
}
