import type { Placed } from './batches.js';
import type { Known } from './known.js';
import type { Called, Linked } from './linkRecords.js';
import { rejection } from './reading/parsed.js';
import { aboutKey, aboutsIn } from './recordStore.js';
import type { Rejected } from './source.js';

/** A record that is new or says something else, with what it was found to tell of. */
export interface Brought extends Placed {
  readonly key: string;
  readonly hash: string;
  /** As JSON. */
  readonly said: string;
  readonly linked: Linked;
}

/**
 * Records with what each waits for: itself, where it is not known what it is told within, or some of its facts. What leads to things of which
 * there is no record at all waits for nothing that could come: such a record, or such a fact of it, is rejected.
 */
export async function withWaits(
  known: Known,
  brought: readonly Brought[],
  { refs, again }: { readonly refs: string; readonly again: boolean },
  called: Called,
): Promise<{ readonly taken: readonly Brought[]; readonly rejected: readonly Rejected[]; readonly loose: readonly Rejected[] }> {
  const missing = brought.map(({ told }) =>
    aboutsIn(refs, told)
      .slice(1)
      .filter((about) => !called.has(about)),
  );
  const open = brought.flatMap(({ told, linked }) => (linked.thing === null ? [aboutKey(refs, told.ref)] : []));
  const asked = new Set([...(await known.stillAsked(missing.flat())), ...open]);
  const [taken, rejected, loose]: [Brought[], Rejected[], Rejected[]] = [[], [], []];
  for (const [index, each] of brought.entries()) {
    const { told, place, linked } = each;
    const abouts = [...new Set(missing[index])];
    const nowhere = abouts.filter((about) => !asked.has(about)).map((about) => about.slice(refs.length + 1));
    const reason = `${nowhere.slice(0, 5).join(', ')} must be told of by a record before this one, or in the same batch, but no record tells of it.`;
    if (linked.standing === 'WAITING' && nowhere.length > 0 && !again) {
      rejected.push(rejection(place, reason, told));
      continue;
    }
    if (nowhere.length > 0) loose.push(rejection(place, `Without this fact: ${reason}`, told));
    taken.push({ ...each, linked: { ...linked, waitsFor: abouts.filter((about) => asked.has(about)) } });
  }
  return { taken, rejected, loose };
}
