import { cp, rm } from 'node:fs/promises';
import type { Driver } from 'neo4j-driver';
import { connect } from '../../../src/neo4j/connect.js';
import { type Embedded, type Extension, startEmbedded } from '../../../src/neo4j/embedded.js';
import { evalDatabase, homeOf } from '../database.js';

type Report = (line: string) => void;
type Use<Result> = (driver: Driver, database: string) => Promise<Result>;

const copy = '.musubi/eval/likeness';

/** Uses the whole default graph, which is loaded unless it is there already, and ends its Neo4j. */
export async function withWholeGraph<Result>(report: Report, use: Use<Result>): Promise<Result> {
  const embedded = await evalDatabase('default', [], report);
  return using(embedded, use).finally(embedded.stop);
}

/** Starts a Neo4j of its own with a new copy of the default graph, in which things may be deleted. */
export async function copiedGraph(extension: Extension | undefined, report: Report): Promise<Embedded> {
  await rm(copy, { recursive: true, force: true });
  await cp(homeOf('default'), copy, { recursive: true });
  return startEmbedded({ home: copy, jars: '.musubi/lib', report, ...(extension && { extension }) });
}

/** A driver while it is used. */
export async function using<Result>(embedded: Embedded, use: Use<Result>): Promise<Result> {
  const driver = await connect(embedded);
  return use(driver, embedded.database).finally(() => driver.close());
}
