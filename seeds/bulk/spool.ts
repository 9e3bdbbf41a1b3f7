import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { idLetters } from '../identity.js';
import type { RecordRow } from '../recordStore.js';

/** So many parts that one of a whole nation's records takes little memory. */
const parts = idLetters.length ** 2;
const bufferSize = 1 << 14;

/** Records on disk, those of one thing in one part: so each thing's can be had together, whatever their order was and however many they are. */
export class Spool {
  private readonly folder: string;
  private readonly waiting = Array.from({ length: parts }, () => '');

  constructor(folder: string) {
    this.folder = folder;
  }

  add(row: RecordRow): void {
    const part = partOf(row.thing ?? '');
    this.waiting[part] += `${JSON.stringify(row)}\n`;
    if ((this.waiting[part] ?? '').length >= bufferSize) this.flush(part);
  }

  /** All that was added, part by part; each is gone once it is read. */
  async *read(): AsyncGenerator<readonly RecordRow[]> {
    for (let part = 0; part < parts; part += 1) {
      this.flush(part);
      if (!existsSync(this.path(part))) continue;
      yield rowsIn(this.path(part));
      await rm(this.path(part));
    }
  }

  private flush(part: number): void {
    const text = this.waiting[part] ?? '';
    if (text !== '') appendFileSync(this.path(part), text);
    this.waiting[part] = '';
  }

  private path(part: number): string {
    return join(this.folder, `records-${part}.jsonl`);
  }
}

/** A function of its own: the text is not kept while its rows are worked on. */
function rowsIn(path: string): readonly RecordRow[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  // They were written here.
  return lines.map((line) => JSON.parse(line) as RecordRow);
}

/** Ids end in letters made by chance; one that somebody else has made up may end in others. */
function partOf(thing: string): number {
  const [tens = 0, ones = 0] = [...thing.slice(-2)].map((letter) => Math.max(0, idLetters.indexOf(letter)));
  return tens * idLetters.length + ones;
}
