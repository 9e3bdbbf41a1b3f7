import { popularityKey } from '../src/graph/nameQuery.js';
import type { RelationshipRow, Rows } from './rows.js';

/**
 * How much is told of each thing, among the keys of its names: where the index looks at only so many names, these are the most popular.
 * It is what the sources say, before editors merged things, so that names keep it when they move.
 */
export function withPopularity({ nodes, relationships }: Rows): Rows {
  const facts = new Map<string, number>();
  const owners = new Map<string, string>();
  for (const [kind, list] of relationships) {
    for (const row of list) count(facts, row);
    if (kind.endsWith(' NAMED Name')) for (const { from, to } of list) owners.set(to, from);
  }
  const names = (nodes.get('Name') ?? []).map(({ key, properties }) => {
    const word = popularityKey(facts.get(owners.get(key) ?? '') ?? 0);
    return { key, properties: { ...properties, keys: `${properties['keys']} ${word}` } };
  });
  return { nodes: new Map([...nodes, ['Name', names]]), relationships };
}

function count(facts: Map<string, number>, { from, to }: RelationshipRow): void {
  for (const end of [from, to]) facts.set(end, (facts.get(end) ?? 0) + 1);
}
