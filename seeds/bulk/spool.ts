import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordRow } from '../recordStore.js';

/** So many parts that one of a whole nation's records fits memory. */
const parts = 256;
const bufferSize = 1 << 16;

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
      const lines = readFileSync(this.path(part), 'utf8').trimEnd().split('\n');
      // They were written here.
      yield lines.map((line) => JSON.parse(line) as RecordRow);
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

/** Ids end in letters made by chance. */
const partOf = (thing: string): number => (thing.charCodeAt(thing.length - 1) * 31 + thing.charCodeAt(thing.length - 2)) % parts || 0;
