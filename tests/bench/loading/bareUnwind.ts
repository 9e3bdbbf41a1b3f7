import type { Into } from '../../../seeds/into.js';
import { unheard } from '../../../seeds/reading/reached.js';
import type { DataSource } from '../../../seeds/source.js';
import { type FactTold, factType, type Told } from '../../../seeds/told.js';
import { withIntegers } from '../../../src/graph/integers.js';

const rowsABatch = 20_000;

/** What somebody writes who only wants these statements in a graph: the same nodes and relationships by UNWIND, without records, linking, folded names or checks. */
export async function bareUnwind(into: Into, source: DataSource): Promise<void> {
  const tables = new Map<string, object[]>();
  const send = async (text: string, rows: object[]) => {
    await into.driver.executeQuery(text, { rows: withIntegers(rows) }, { database: into.database });
    rows.length = 0;
  };
  for await (const reading of source.read('', unheard)) {
    if (!('told' in reading)) continue;
    for (const [text, row] of rowsOf(reading.told)) {
      const rows = tables.get(text) ?? [];
      tables.set(text, rows);
      rows.push(row);
      // What leads to a thing comes after it.
      if (rows.length >= rowsABatch) for (const [each, waiting] of tables) if (waiting.length > 0) await send(each, waiting);
    }
  }
  for (const [text, rows] of tables) if (rows.length > 0) await send(text, rows);
}

function* rowsOf({ type, record, ref, fields, names, ids, facts }: Told): Generator<readonly [string, object]> {
  if (record === ref) yield [`UNWIND $rows AS row CREATE (thing:${type}) SET thing = row`, { id: ref, ...fields }];
  for (const [place, name] of names.entries()) {
    const text = `UNWIND $rows AS row MATCH (thing:${type} {id: row.of}) CREATE (name:Name) SET name = row.name CREATE (thing)-[:NAMED]->(name)`;
    yield [text, { of: ref, name: { key: `${ref} ${place}`, ...name } }];
  }
  for (const { site, value } of ids) {
    const text = `UNWIND $rows AS row MATCH (thing:${type} {id: row.of}) MERGE (id:ExternalId {key: row.key}) CREATE (thing)-[:IDENTIFIED_BY]->(id)`;
    yield [text, { of: ref, key: `${site}:${value}` }];
  }
  for (const fact of facts) yield factRow(type, ref, fact);
}

function factRow(type: string, ref: string, fact: FactTold): readonly [string, object] {
  const { from, to, toldBy } = factType(fact.type);
  const other = toldBy === 'from' ? to[0] : from[0];
  const arrow = toldBy === 'from' ? '(thing)-[fact:%]->(other)' : '(other)-[fact:%]->(thing)';
  const text = `UNWIND $rows AS row MATCH (thing:${type} {id: row.of}) MATCH (other:${other} {id: row.other})
    CREATE ${arrow.replace('%', fact.type)} SET fact = row.says`;
  return [text, { of: ref, other: fact.other, says: { ...fact.identity, ...fact.says } }];
}
