import type { SEASONS } from '../src/graph/vocabulary.js';
import type { FieldValue } from './statements.js';

const quarters: readonly (typeof SEASONS)[number][] = ['WINTER', 'SPRING', 'SUMMER', 'AUTUMN'];

/** The quarter of a date; null where the month is not known. */
export function seasonOf(start: FieldValue | undefined): (typeof SEASONS)[number] | null {
  const month = typeof start === 'string' ? Number(start.slice(5, 7)) : 0;
  return quarters[Math.floor((month - 1) / 3)] ?? null;
}
