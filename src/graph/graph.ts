import type { Caller } from './caller.js';
import { type Loaded, Unread } from './decode.js';
import { KeptGraph } from './keptGraph.js';
import { NameIndex } from './nameIndex.js';
import { GraphReader, type Reader, type ReadMore } from './reader.js';
import { Resolving } from './resolve.js';
import type { Run } from './run.js';
import { Sheets } from './sheets.js';
import { Statements } from './statements.js';
import { readTaxonomy, type Term } from './taxonomy.js';

/** The graph, as the whole process sees it. */
export interface Graph {
  readonly statements: Statements;
  readonly resolving: Resolving;
  /** What things express, kept in memory. */
  readonly kept: KeptGraph;
  /** Every term of the taxonomy. */
  readonly taxonomy: (signal: AbortSignal) => Promise<readonly Term[]>;
  readonly readerFor: (caller: Caller) => Reader;
  /** Gives only what was read along with a record, and throws Unread for all else. */
  readonly readerOfRead: Reader;
}

/** `keeping` reads what is kept in memory, apart from what is read for an answer. */
export function createGraph(run: Run, keeping: Run): Graph {
  const statements = new Statements(run);
  return {
    statements,
    kept: new KeptGraph(new Sheets(keeping)),
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
