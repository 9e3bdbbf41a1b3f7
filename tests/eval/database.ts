import { createHash } from 'node:crypto';
import { dataOf, defaultData, loadDefault } from '../../seeds/load.js';
import type { Statements } from '../../seeds/statements.js';
import { connect } from '../../src/neo4j/connect.js';
import { type Embedded, startEmbedded } from '../../src/neo4j/embedded.js';
import type { Graph } from './ask.js';

type Report = (line: string) => void;

/** The folder of the database with a graph. */
export const homeOf = (graph: Graph) => `.musubi/eval/${graph}`;

/** Starts a Neo4j of its own with one of the evaluation's graphs, which is loaded as the product loads its data unless it is there already. */
export async function evalDatabase(graph: Graph, statements: readonly Statements[], report: Report): Promise<Embedded> {
  const embedded = await startEmbedded({ home: homeOf(graph), jars: '.musubi/lib', report });
  const driver = await connect(embedded);
  try {
    await loadDefault(driver, embedded.database, report, dataFor(graph, statements));
    return embedded;
  } catch (error) {
    await embedded.stop();
    throw error;
  } finally {
    await driver.close();
  }
}

const dataFor = (graph: Graph, statements: readonly Statements[]) =>
  graph === 'default' ? defaultData : dataOf(statements, `${defaultData.stamp()} ${checksum(statements)}`);

const checksum = (statements: readonly Statements[]) => createHash('sha256').update(JSON.stringify(statements)).digest('base64url').slice(0, 12);
