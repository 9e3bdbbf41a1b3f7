import { statSync } from 'node:fs';
import type { Reached } from '../source.js';

/** For whom it doesn't matter how far a source is. */
export const unheard: Reached = () => undefined;

/** Rows one after the other, telling how far they are. */
export function* eachOf<Row>(rows: readonly Row[], reached: Reached): Generator<Row> {
  for (const [index, row] of rows.entries()) {
    reached(index / rows.length);
    yield row;
  }
}

/** Tells how far files are that are read one after the other, some of them perhaps more than once. */
export class Meter {
  private readonly whole: number;
  private readonly reached: Reached;
  private begun = 0;

  /** `files`: as often as they are read. */
  constructor(files: readonly string[], reached: Reached) {
    this.whole = files.reduce((sum, file) => sum + sizeOf(file), 0);
    this.reached = reached;
  }

  /** For a file that is read next. */
  next(file: string): Reached {
    const [before, size] = [this.begun, sizeOf(file)];
    this.begun += size;
    return (share) => this.reached((before + size * share) / this.whole);
  }
}

const sizeOf = (file: string): number => statSync(file).size;
