import { rejection } from './reading/parsed.js';
import type { Reading, Rejected } from './source.js';
import { checkTold, statementsIn, type Told } from './told.js';

/** A record with the place where it stands in its source. */
export interface Placed {
  readonly told: Told;
  readonly place: string;
}

interface Batch {
  readonly records: readonly Placed[];
  readonly rejected: readonly Rejected[];
}

/** What one transaction takes: enough that it costs little, few enough that it fits memory. */
const mostStatements = 40_000;
const mostRecords = 2_000;

/** What is read, checked, in parts that one transaction takes; a record that is not as it should be is rejected. */
export async function* batchesOf(readings: Iterable<Reading> | AsyncIterable<Reading>): AsyncGenerator<Batch> {
  let records: Placed[] = [];
  let rejected: Rejected[] = [];
  let statements = 0;
  for await (const reading of readings) {
    const checked = check(reading);
    if ('told' in checked) {
      records.push(checked);
      statements += statementsIn(checked.told);
    } else rejected.push(checked);
    if (statements < mostStatements && records.length < mostRecords && rejected.length < mostRecords) continue;
    yield { records, rejected };
    [records, rejected, statements] = [[], [], 0];
  }
  if (records.length + rejected.length > 0) yield { records, rejected };
}

function check(reading: Reading): Placed | Rejected {
  if ('rejected' in reading) return reading.rejected;
  const mistakes = checkTold(reading.told);
  return mistakes.length === 0 ? reading : rejection(reading.place, mistakes.join(' '), reading.told);
}
