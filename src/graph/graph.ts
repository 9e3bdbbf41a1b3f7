import { GraphReader, type Reader } from './reader.js';
import type { Run } from './run.js';
import { Statements } from './statements.js';

/** The graph, as the whole process sees it. */
export interface Graph {
  readonly reader: Reader;
  readonly statements: Statements;
}

export function createGraph(run: Run): Graph {
  const statements = new Statements(run);
  // The declarations are checked at compile time by Reader's types and interpreted at run time by GraphReader: here the two meet.
  const reader: unknown = new GraphReader(statements);
  return { statements, reader: reader as Reader };
}
