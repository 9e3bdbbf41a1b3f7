import type { ManagedTransaction } from 'neo4j-driver';
import type { Mergeable } from '../ids.js';
import { keyNameOf, quoted } from './asking.js';
import type { WholeFact } from './thing.js';
import { asParameters } from './typed.js';

const movedOut = (label: Mergeable) => `
  MATCH (from:${label} {id: $from})-[fact]->(other) WHERE elementId(fact) IN $facts
  MATCH (to:${label} {id: $to})
  CREATE (to)-[moved:$(type(fact))]->(other) SET moved = properties(fact) DELETE fact`;

const movedIn = (label: Mergeable) => `
  MATCH (from:${label} {id: $from})<-[fact]-(other) WHERE elementId(fact) IN $facts
  MATCH (to:${label} {id: $to})
  CREATE (to)<-[moved:$(type(fact))]-(other) SET moved = properties(fact) DELETE fact`;

/** Facts go from one thing to another of its kind, with all they say; `facts` are Neo4j's own ids of them. */
export async function moveFacts(transaction: ManagedTransaction, type: Mergeable, from: string, to: string, facts: readonly string[]): Promise<void> {
  for (const statement of [movedOut(type), movedIn(type)]) await transaction.run(statement, { from, to, facts });
}

const writtenAgain = (label: Mergeable, other: string, out: boolean) => `
  MATCH (thing:${label} {id: $id})
  MATCH (other:${quoted(other)} {${keyNameOf(other)}: $other})
  CREATE (thing)${out ? '' : '<'}-[made:$($type)]-${out ? '>' : ''}(other) SET made = $properties`;

/** Facts of a thing as they once were; those whose other end has gone since are left out. */
export async function writeFacts(transaction: ManagedTransaction, type: Mergeable, id: string, facts: readonly WholeFact[]): Promise<void> {
  for (const fact of facts) {
    const statement = writtenAgain(type, fact.labels[0] ?? '', fact.out);
    await transaction.run(statement, { id, other: fact.other, type: fact.type, properties: asParameters(fact) });
  }
}

const nameWritten = 'CREATE (name:Name) SET name = $properties';

/** Each thing has name nodes of its own: those that went with it come back with it. */
export async function writeNames(transaction: ManagedTransaction, facts: readonly WholeFact[]): Promise<void> {
  for (const { name } of facts) {
    if (name) await transaction.run(nameWritten, { properties: asParameters({ properties: name, floats: [] }) });
  }
}
