import type { ServerResponse } from 'node:http';
import { Leaver } from './graph/caller.js';

/** Who asks over HTTP: gone when the connection is closed before the answer is out. */
export class HttpCaller extends Leaver {
  constructor(response: ServerResponse) {
    super();
    response.on('close', () => {
      if (!response.writableFinished) this.leave();
    });
  }
}
