import type { Driver } from 'neo4j-driver';
import { withIntegers } from '../src/graph/integers.js';
import type { NodeRow, RelationshipKind, RelationshipRow, Rows } from './rows.js';

/** Receives sentences on what takes long. */
export type Report = (line: string) => void;

const batch = 5_000;

const keys: Readonly<Record<string, string>> = { Name: 'key', ExternalId: 'key', Source: 'key' };
const keyOf = (label: string) => keys[label] ?? 'id';

const nodeStatement = (label: string) => `
  UNWIND $rows AS row
  MERGE (node:${label} {${keyOf(label)}: row.key})
  SET node = row.properties, node.${keyOf(label)} = row.key, node.load = $load`;

const relationshipStatement = (from: string, type: string, to: string, identity: readonly string[]) => `
  UNWIND $rows AS row
  MATCH (from:${from} {${keyOf(from)}: row.from})
  MATCH (to:${to} {${keyOf(to)}: row.to})
  MERGE (from)-[fact:${type} {${identity.map((name) => `${name}: row.identity.${name}`).join(', ')}}]->(to)
  SET fact = row.identity, fact += row.properties, fact.load = $load`;

const withdrawnRelationships = `
  MATCH ()-[fact]->() WHERE fact.load IS NOT NULL AND fact.load <> $load
  CALL (fact) { DELETE fact } IN TRANSACTIONS OF 5000 ROWS`;

const withdrawnNodes = `
  MATCH (node) WHERE node.load IS NOT NULL AND node.load <> $load
  CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS`;

/**
 * Writes rows in batches, each its own transaction: killed anywhere and run again, it comes to the same end. Everything is
 * stamped with the load it belongs to; what an earlier load wrote and this one doesn't say is withdrawn at the end.
 */
export async function write(driver: Driver, database: string, rows: Rows, load: string, report: Report): Promise<void> {
  const progress = new Progress(rows, report);
  for (const [label, nodes] of rows.nodes) {
    await inBatches(driver, database, nodeStatement(label), nodes, load, progress);
  }
  for (const [kind, relationships] of rows.relationships) {
    await inBatches(driver, database, statementFor(kind, relationships), relationships, load, progress);
  }
  const session = driver.session({ database });
  await session.run(withdrawnRelationships, { load });
  await session.run(withdrawnNodes, { load });
  await session.close();
}

function statementFor(kind: RelationshipKind, [first]: readonly RelationshipRow[]): string {
  const [from = '', type = '', to = ''] = kind.split(' ');
  return relationshipStatement(from, type, to, Object.keys(first?.identity ?? {}));
}

async function inBatches(
  driver: Driver,
  database: string,
  statement: string,
  rows: readonly (NodeRow | RelationshipRow)[],
  load: string,
  progress: Progress,
): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) {
    const part = withIntegers(rows.slice(start, start + batch));
    await driver.executeQuery(statement, { rows: part, load }, { database });
    progress.add(part.length);
  }
}

class Progress {
  private done = 0;
  private told = 0;
  private readonly total: number;
  private readonly start = Date.now();
  private readonly report: Report;

  constructor(rows: Rows, report: Report) {
    this.report = report;
    this.total = [...rows.nodes.values(), ...rows.relationships.values()].reduce((sum, part) => sum + part.length, 0);
  }

  add(count: number): void {
    this.done += count;
    const share = this.done / this.total;
    if (Math.floor(share * 10) === this.told) return;
    this.told = Math.floor(share * 10);
    const seconds = (Date.now() - this.start) / 1000;
    this.report(
      `Loading: ${this.done.toLocaleString('en')} of ${this.total.toLocaleString('en')} nodes and relationships, ${Math.round(seconds)} s, about ${Math.round(seconds / share - seconds)} s left.`,
    );
  }
}
