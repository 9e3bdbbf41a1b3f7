import type { DataSource, Reading } from '../source.js';
import { checkTold, type FactType } from '../told.js';
import { unheard } from './reached.js';

/** Reads a source without a graph, and counts what it says: `npm run read -- <source> <path>`. */
export interface Counted {
  readonly read: number;
  readonly rejected: readonly string[];
  readonly things: ReadonlyMap<string, number>;
  readonly facts: ReadonlyMap<FactType, number>;
}

export async function readDry(source: DataSource, path: string, see: (reading: Reading) => void = () => undefined): Promise<Counted> {
  const things = new Map<string, number>();
  const facts = new Map<FactType, number>();
  const rejected: string[] = [];
  const types = new Map<string, string>();
  const records = new Set<string>();
  let read = 0;
  for await (const reading of source.read(path, unheard)) {
    read += 1;
    see(reading);
    if ('rejected' in reading) {
      rejected.push(`${reading.rejected.place}: ${reading.rejected.reason}`);
      continue;
    }
    const { told, place } = reading;
    const mistakes = [
      ...checkTold(told),
      ...(records.has(told.record) ? [`record ${told.record} was told before`] : []),
      ...[...told.facts.map(({ other }) => other), ...(told.within ?? [])]
        .filter((each) => !types.has(each))
        .map((each) => `${each} was not told of before`),
    ];
    if (mistakes.length > 0) rejected.push(`${place}: ${mistakes.join(' ')}`);
    records.add(told.record);
    types.set(told.ref, told.type);
    things.set(told.type, (things.get(told.type) ?? 0) + 1);
    for (const { type } of told.facts) facts.set(type, (facts.get(type) ?? 0) + 1);
  }
  return { read, rejected, things, facts };
}
