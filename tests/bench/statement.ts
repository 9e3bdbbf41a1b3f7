import type { Variables } from './operation.js';

/** Hand-written Cypher for one operation. Each answers in one column, `data`, in the shape of the answer's JSON. */
export interface Statement {
  readonly text: string;
  readonly parameters: (variables: Variables) => Readonly<Record<string, unknown>>;
  /** The same for many keys at once: `$keys`, columns `key` and `data`. Absent where requests have no key to be told apart by. */
  readonly coalesced?: string;
}

/**
 * A statement that starts from one thing; `find` speaks of `$id`. The answer is one expression, so that a row stays one key. What
 * aggregates goes before it, into subqueries: Neo4j takes an aggregation deep inside an expression for one of the whole row.
 */
export function byId(find: string, answer: string, before = ''): Statement {
  return {
    text: `${find}\n${before}\nRETURN ${answer} AS data`,
    coalesced: `UNWIND $keys AS key\n${find.replaceAll('$id', 'key')}\n${before}\nRETURN key, ${answer} AS data`,
    parameters: ({ id }) => ({ id }),
  };
}
