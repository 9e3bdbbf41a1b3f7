import type { Caller } from '../graph/caller.js';
import type { Edge } from '../graph/declare.js';
import { findEdge } from '../graph/find.js';
import { typeNamed, typeNames } from '../graph/records.js';
import type { Statements } from '../graph/statements.js';
import type { Want } from '../graph/use.js';

/**
 * Has Neo4j plan the fixed statement of every edge, so that nobody waits for it later: each is asked for a key that is not there.
 * One after the other, so that those who ask come first, and none after the caller has left.
 */
export async function planEveryEdge(statements: Statements, caller: Caller): Promise<void> {
  for (const use of everyUse()) {
    if (caller.gone) return;
    await statements.load([use], caller);
  }
}

function* everyUse() {
  for (const type of typeNames.filter((name) => name !== 'Query')) {
    for (const [name, edge] of Object.entries(typeNamed(type).edges)) {
      for (const want of wantsOf(edge)) yield fixedUse(type, name, want);
    }
  }
}

const wantsOf = ({ take }: Edge): readonly Want[] => (take === 'page' ? ['items', 'count'] : ['items']);

function fixedUse(type: string, edge: string, want: Want) {
  const use = { edge, want, args: {}, within: {} };
  return { edge: findEdge(type, 'key'), want: 'items' as const, args: { key: 'none' }, within: { [type]: { fields: [], uses: [use] } } };
}
