import { setImmediate } from 'node:timers/promises';
import { rejection } from './reading/parsed.js';
import type { Reading, Rejected } from './source.js';
import { spellAhead } from './spelled.js';
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
const mostRecords = 2_500;
/** So often, in records, what else is to be done is let in: the answers of the database to the batch before. */
const aWhile = 10;

/**
 * What is read, checked, in parts that one transaction takes; a record that is not as it should be is rejected. Names are spelled here where there
 * is time for that while the database writes.
 */
export async function* batchesOf(readings: Iterable<Reading> | AsyncIterable<Reading>, { spells = true } = {}): AsyncGenerator<Batch> {
  let records: Placed[] = [];
  let rejected: Rejected[] = [];
  let statements = 0;
  let read = 0;
  for await (const reading of readings) {
    read += 1;
    if (read % aWhile === 0) await setImmediate();
    const checked = check(reading);
    if ('told' in checked) {
      records.push(checked);
      if (spells) spellAhead(checked.told);
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
