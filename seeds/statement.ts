import type { ManagedTransaction } from 'neo4j-driver';

/** `MATCH (work:Work {id: id})`, alone or at the beginning of a path: a node that is found by a property with an index. */
const foundByKey = /(?<!OPTIONAL )MATCH \((\w*):(\w+) \{(id|key|same|base|about|series): ([^}]+)\}\)(?=(.))/gs;

const statements = new Map<string, string>();

/** The statements that were asked for so far. */
export const plannedStatements = (): readonly string[] => [...statements.values()];

/**
 * A statement of the loader. It is planned once: all find what they change by keys and by Neo4j's own ids, so that no plan gets better as the
 * graph grows, but Neo4j would make each anew whenever it has. As the first plan may be made while the graph is empty and any way costs nothing,
 * it is told that keys are looked up in their indexes, and that a path is followed from the node that was found: beyond the WITH nothing else is possible.
 */
export function planned(text: string): string {
  const known = statements.get(text);
  if (known !== undefined) return known;
  let unnamed = 0;
  const hinted = text.replace(foundByKey, (_, name: string, label: string, property: string, value: string, next: string) => {
    if (name === '') unnamed += 1;
    const node = name || `found${unnamed}`;
    const hint = `MATCH (${node}:${label} {${property}: ${value}}) USING INDEX SEEK ${node}:${label}(${property})`;
    return next === '-' || next === '<' ? `${hint} WITH *, 0 AS ${node}Found MATCH (${node})` : hint;
  });
  const statement = `CYPHER replan=skip ${hinted}`;
  statements.set(text, statement);
  return statement;
}

/** Runs a statement over rows, where there are any. */
export async function send(transaction: ManagedTransaction, text: string, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await transaction.run(text, { rows });
}

/**
 * Statements of a transaction that nothing more is asked of: the database does them one after the other, and while it does, the next are made.
 * Whoever sends some waits for them before the transaction ends.
 */
export class Sending {
  readonly transaction: ManagedTransaction;
  private readonly sent: Promise<unknown>[] = [];

  constructor(transaction: ManagedTransaction) {
    this.transaction = transaction;
  }

  rows(text: string, rows: readonly object[]): void {
    if (rows.length > 0) this.run(text, { rows });
  }

  run(text: string, parameters: object): void {
    const result = Promise.resolve(this.transaction.run(text, parameters));
    // It is told by done().
    result.catch(() => {});
    this.sent.push(result);
  }

  async done(): Promise<void> {
    await Promise.all(this.sent);
  }
}
