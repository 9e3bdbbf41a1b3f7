import type { ServerResponse } from 'node:http';
import type { Caller } from './graph/caller.js';

/** Who asks over HTTP: gone when the connection is closed before the answer is out. */
export class HttpCaller implements Caller {
  gone = false;
  private readonly acts: (() => void)[] = [];

  constructor(response: ServerResponse) {
    response.on('close', () => {
      if (!response.writableFinished) this.leave();
    });
  }

  whenGone(act: () => void): void {
    this.acts.push(act);
  }

  private leave(): void {
    this.gone = true;
    for (const act of this.acts) act();
  }
}
