import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { ReadingsOf } from './readingScore.js';

const file = new URL('../../src/names/readings.ts', import.meta.url);
const model = z.object({ readingsOf: z.custom<ReadingsOf>((value) => typeof value === 'function') });

/** What src/names proposes as readings; undefined while it proposes none. */
export async function productReadings(): Promise<ReadingsOf | undefined> {
  return existsSync(file) ? model.parse(await import(file.href)).readingsOf : undefined;
}
