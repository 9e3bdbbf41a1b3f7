import { mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rejected } from './source.js';

/** Rows that a load can't take, one JSON object a line: place, reason, row. The file of an earlier load is written anew. */
export class RejectedFile {
  readonly path: string;
  private file: number | undefined;

  constructor(path: string) {
    this.path = path;
    rmSync(path, { force: true });
  }

  readonly add = (rejected: Rejected): void => {
    if (this.file === undefined) mkdirSync(dirname(this.path), { recursive: true });
    this.file ??= openSync(this.path, 'w');
    writeSync(this.file, `${JSON.stringify(rejected)}\n`);
  };

  get isEmpty(): boolean {
    return this.file === undefined;
  }
}
