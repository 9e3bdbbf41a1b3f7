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

/** One that gives up when it is told to leave. */
export class Leaver implements Caller {
  gone = false;
  private readonly acts: (() => void)[] = [];

  whenGone(act: () => void): void {
    this.acts.push(act);
  }

  leave(): void {
    this.gone = true;
    for (const act of this.acts) act();
  }
}

/** Says to stop when the caller gives up, to however many statements are under way for it. */
export function untilGone(caller: Caller): AbortSignal {
  const signal = untilAllGone([caller]);
  setMaxListeners(0, signal);
  return signal;
}

/** Says to stop when all of them have given up: nothing is stopped as long as somebody waits for it. */
export function untilAllGone(callers: readonly Caller[]): AbortSignal {
  const controller = new AbortController();
  let waiting = callers.length;
  for (const caller of callers) {
    caller.whenGone(() => {
      waiting -= 1;
      if (waiting === 0) controller.abort(new GivenUp());
    });
  }
  return controller.signal;
}
