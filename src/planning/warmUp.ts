import type { Edge } from '../graph/declare.js';
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
      for (const want of wantsOf(edge)) await statements.prepare(type, 'key', [{ edge: name, want, args: {}, within: {} }]).load('none');
    }
  }
}

const wantsOf = ({ take }: Edge): readonly Want[] => (take === 'page' ? ['items', 'count'] : ['items']);
