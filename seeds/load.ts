import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { ensureIndexes } from '../src/graph/indexes.js';
import { curatedFacts } from './facts.js';
import { rowsOf } from './rows.js';
import { arm } from './sources/arm.js';
import { bangumiData } from './sources/bangumiData.js';
import type { Statements } from './statements.js';
import { type Report, write } from './write.js';

export const factsFolder = fileURLToPath(new URL('facts/', import.meta.url));

/** The default data, the most trusted source first. */
const defaultStatements = (): readonly Statements[] => [curatedFacts(factsFolder), bangumiData(), arm()];

const loadedWith = 'MATCH (load:Load {key: $key}) RETURN load.stamp AS stamp';
const finished = 'MERGE (load:Load {key: $key}) SET load.stamp = $stamp';

/** Loads what the graph does not hold yet of the default data; a load that was cut off is completed. */
export async function loadDefault(driver: Driver, database: string, report: Report, statements = defaultStatements): Promise<void> {
  await ensureIndexes(driver, database);
  const said = statements();
  const stamp = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 12);
  const { records } = await driver.executeQuery(loadedWith, { key: 'default' }, { database });
  if (records[0]?.get('stamp') === stamp) return;
  report('Loading the default data: curated facts, bangumi-data, arm.');
  await write(driver, database, rowsOf(said), stamp, report);
  await driver.executeQuery('CALL db.awaitIndexes(300)', {}, { database });
  await driver.executeQuery(finished, { key: 'default', stamp }, { database });
}
