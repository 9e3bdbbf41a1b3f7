import { join } from 'node:path';
import { hasData } from '../../src/neo4j/offlineImport.js';
import type { Loaded } from '../loader.js';
import type { Report } from '../report.js';
import { NotInBulk } from './notInBulk.js';

type Fill = (home: string, jars: string) => Promise<readonly Loaded[]>;

/** Fills a home that has no data yet in bulk, where that can be; what can't is left to statements. Gives what came of the sources that are in. */
export async function firstInBulk(home: string, report: Report, fill: Fill, jars = join(home, 'lib')): Promise<readonly Loaded[]> {
  if (hasData(home)) return [];
  try {
    return await fill(home, jars);
  } catch (error) {
    if (!(error instanceof NotInBulk)) throw error;
    report(`${error.message}: it is loaded by statements instead.`);
    return [];
  }
}
