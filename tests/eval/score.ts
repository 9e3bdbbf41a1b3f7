import type { Ask } from './ask.js';
import type { Outcome } from './run.js';

export interface Score {
  readonly names: number;
  /** Of those MATCHED, the share that is right; null where nothing is MATCHED. */
  readonly precision: number | null;
  /** Of what is in the graph: MATCHED and right, right first, right among five; null where nothing of it is. */
  readonly recall: number | null;
  readonly first: number | null;
  readonly amongFive: number | null;
  /** Shares of all names. */
  readonly ambiguous: number;
  readonly notFound: number;
  readonly matchedRight: number;
  readonly matchedWrong: number;
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const held = outcomes.filter(({ ask }) => ask.truth !== null);
  const right = outcomes.filter((outcome) => isMatched(outcome) && isRightFirst(outcome));
  const matched = outcomes.filter(isMatched);
  const status = (name: string) => outcomes.filter(({ resolution }) => resolution.status === name);
  return {
    names: outcomes.length,
    precision: share(right, matched),
    recall: share(right, held),
    first: share(held.filter(isRightFirst), held),
    amongFive: share(held.filter(isRightAmongFive), held),
    ambiguous: share(status('AMBIGUOUS'), outcomes) ?? 0,
    notFound: share(status('NOT_FOUND'), outcomes) ?? 0,
    matchedRight: share(right, outcomes) ?? 0,
    matchedWrong: (share(matched, outcomes) ?? 0) - (share(right, outcomes) ?? 0),
  };
}

const isRight = ({ truth, also = [] }: Ask, id: string | undefined) => id !== undefined && (id === truth || also.includes(id));

export const isMatched = ({ resolution }: Outcome) => resolution.status === 'MATCHED';

export const isRightFirst = ({ ask, resolution }: Outcome) => isRight(ask, resolution.candidates[0]?.node.id);

const isRightAmongFive = ({ ask, resolution }: Outcome) => resolution.candidates.slice(0, 5).some(({ node }) => isRight(ask, node.id));

/** Whether the answer is just the one that is wanted: MATCHED to it, AMBIGUOUS where several are meant, anything but MATCHED where nothing is. */
export function isAsWanted(outcome: Outcome): boolean {
  if (outcome.ask.ambiguous) return outcome.resolution.status === 'AMBIGUOUS';
  return outcome.ask.truth === null ? !isMatched(outcome) : isMatched(outcome) && isRightFirst(outcome);
}

const share = (some: readonly unknown[], all: readonly unknown[]) => (all.length === 0 ? null : some.length / all.length);
