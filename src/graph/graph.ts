import type { Caller } from './caller.js';
import { type Loaded, Unread } from './decode.js';
import { NameIndex } from './nameIndex.js';
import { GraphReader, type Reader, type ReadMore } from './reader.js';
import { Resolving } from './resolve.js';
import type { Run } from './run.js';
import { Statements } from './statements.js';
import { readTaxonomy, type Term } from './taxonomy.js';

/** The graph, as the whole process sees it. */
export interface Graph {
  readonly statements: Statements;
  readonly resolving: Resolving;
  /** Every term of the taxonomy. */
  readonly taxonomy: (signal: AbortSignal) => Promise<readonly Term[]>;
  readonly readerFor: (caller: Caller) => Reader;
  /** Gives only what was read along with a record, and throws Unread for all else. */
  readonly readerOfRead: Reader;
}

export function createGraph(run: Run): Graph {
  const statements = new Statements(run);
  return {
    statements,
    resolving: new Resolving(new NameIndex(run)),
    taxonomy: (signal) => readTaxonomy(run, signal),
    readerFor: (caller) => readerWith((uses) => statements.load(uses, caller)),
    readerOfRead: readerWith(nothingMore),
  };
}

function readerWith(more: ReadMore): Reader {
  // The declarations are checked at compile time by Reader's types and interpreted at run time by GraphReader: here the two meet.
  const reader: unknown = new GraphReader(more);
  return reader as Reader;
}

function nothingMore(): Promise<Loaded> {
  throw new Unread('An edge was not read along.');
}
