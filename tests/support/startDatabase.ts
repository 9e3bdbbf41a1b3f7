import { firstInBulk } from '../../seeds/bulk/first.js';
import { loadDefault, loadDefaultInBulk } from '../../seeds/load.js';
import { loadingMemory } from '../../src/neo4j/configuration.js';
import { connect } from '../../src/neo4j/connect.js';
import { type Embedded, startEmbedded } from '../../src/neo4j/embedded.js';

/** One real Neo4j for the whole run, with the default data loaded as `npm start` loads it. */
export async function startDefaultDatabase(): Promise<Embedded> {
  const report = (line: string) => console.log(line);
  const home = '.musubi/test';
  await firstInBulk(home, report, (folder, jars) => loadDefaultInBulk(folder, jars, report), '.musubi/lib');
  const embedded = await startEmbedded({ home, jars: '.musubi/lib', memory: loadingMemory, report });
  const driver = await connect(embedded);
  await loadDefault(driver, embedded.database, report);
  await driver.close();
  return embedded;
}

/** Another for the tests that write, which begin with an empty one each: a JVM that is warm is much quicker than a new one. */
export const startScratchDatabase = () => startEmbedded({ home: '.musubi/scratch', jars: '.musubi/lib', memory: loadingMemory, report: () => {} });
