import { setMaxListeners } from 'node:events';
import { GivenUp } from './errors.js';

/** Somebody who waits for an answer, and may give up waiting. */
export interface Caller {
  readonly gone: boolean;
  /** Does this when the caller gives up; never, if it has its answer first. */
  whenGone(act: () => void): void;
}

/** One that always waits. */
export const patient: Caller = { gone: false, whenGone: () => undefined };

/** Says to stop when the caller gives up. */
export function untilGone(caller: Caller): AbortSignal {
  const controller = new AbortController();
  // Many statements may be under way for one caller.
  setMaxListeners(0, controller.signal);
  caller.whenGone(() => controller.abort(new GivenUp()));
  return controller.signal;
}
