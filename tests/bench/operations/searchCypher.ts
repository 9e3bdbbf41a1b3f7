import { search } from '../../../src/graph/search.js';
import type { Variables } from '../operation.js';

/**
 * How names are scored is this product's own: every way to answer uses its Cypher, so that what is compared is the way.
 * Ends in the rows of `id`, `text` and `score`, the best first.
 */
export function searchCypher(count: number): string {
  const keys = search.order.map(({ by, descending }) => `${plain(by)}${descending ? ' DESC' : ''}`);
  return `${plain(search.match)}
  ORDER BY ${keys.join(', ')}, that.id LIMIT ${count}
  WITH that.id AS id, endNode(named).text AS text, score`;
}

export function searchParameters(query: string): Variables {
  const given = search.given?.({ query });
  if (!given) throw new Error('The product’s search takes no parameters any more. Adapt tests/bench/operations/searchCypher.ts to it.');
  return given as Variables;
}

/** The product imports its parameters into subqueries as variables; by hand they are seen everywhere. */
const plain = (cypher: string) =>
  cypher.replace(/@(\w+)/g, '$1').replace(
    /CALL \(([^)]*)\)/g,
    (_, imports: string) =>
      `CALL (${imports
        .split(', ')
        .filter((each) => !each.startsWith('$'))
        .join(', ')})`,
  );
