import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';
import { readDry } from '../../seeds/reading/dryRun.js';
import type { DataSource } from '../../seeds/source.js';
import type { Told } from '../../seeds/told.js';

/** What a source says, without a graph: its records, how many of each, the rows it can't use, and which of its records are not as they should be. */
export async function readTold(source: DataSource, path: string) {
  const told: Told[] = [];
  const unusable: string[] = [];
  const { rejected, things, facts } = await readDry(source, path, (reading) => {
    if ('told' in reading) told.push(reading.told);
    else unusable.push(`${reading.rejected.place}: ${reading.rejected.reason}`);
  });
  const invalid = rejected.filter((sentence) => !unusable.includes(sentence));
  const totals = { unusable: unusable.length, invalid, things: Object.fromEntries(things), facts: Object.fromEntries(facts) };
  return { told, rejected, totals };
}

export const dataFolder = (name: string) => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));

/** Tests that need a folder of ../shared/data; without it they are skipped, and say why. */
export function withData(name: string, title: string, tests: (path: string) => void): void {
  const path = dataFolder(name);
  const there = existsSync(path);
  (there ? describe : describe.skip)(there ? title : `SKIPPED, since ../shared/data/${name} is not there: ${title}`, () => tests(path));
}
