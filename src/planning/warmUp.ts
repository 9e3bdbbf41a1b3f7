import { patient } from '../graph/caller.js';
import type { Edge } from '../graph/declare.js';
import { findEdge } from '../graph/find.js';
import { typeNamed, typeNames } from '../graph/records.js';
import type { Statements } from '../graph/statements.js';
import type { Want } from '../graph/use.js';

/**
 * Has Neo4j plan the fixed statement of every edge, so that no caller waits for it: each is asked for a key that is not there.
 * One after the other, so that callers come first.
 */
export async function planEveryEdge(statements: Statements): Promise<void> {
  for (const type of typeNames.filter((name) => name !== 'Query')) {
    for (const [name, edge] of Object.entries(typeNamed(type).edges)) {
      for (const want of wantsOf(edge)) await statements.load([fixedUse(type, name, want)], patient);
    }
  }
}

const wantsOf = ({ take }: Edge): readonly Want[] => (take === 'page' ? ['items', 'count'] : ['items']);

function fixedUse(type: string, edge: string, want: Want) {
  const use = { edge, want, args: {}, within: {} };
  return { edge: findEdge(type, 'key'), want: 'items' as const, args: { key: 'none' }, within: { [type]: { fields: [], uses: [use] } } };
}
