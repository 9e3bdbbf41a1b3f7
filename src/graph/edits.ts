import { z } from 'zod';
import { node, page } from './declare.js';

const EDIT_KINDS = ['MERGE', 'SPLIT', 'NOT_DUPLICATES', 'DUPLICATES_AGAIN', 'DECISION'] as const;

/** What an editor has done; written in the same transaction as what it tells of (editing/), and never taken back. */
export const Edit = node(
  'Edit',
  {
    id: z.string(),
    number: z.int(),
    kind: z.enum(EDIT_KINDS),
    /** ISO 8601, UTC. */
    at: z.string(),
    /** Of a merge and a split, the id that was kept, then the one that was dropped; of a decision, what the record tells of. */
    ids: z.array(z.string()),
    /** How many facts went from the one thing to the other. */
    moved: z.int(),
    /** How many were said of both, and so kept once. */
    keptOnce: z.int(),
    /** The fields that the kept thing has from the other. */
    filled: z.array(z.string()),
    /** Of a decision, the key of the record. */
    question: z.string().nullable(),
    /** The edit that has undone this one. */
    undoneBy: z.string().nullable(),
  },
  {},
);

export const edits = page('Edit', 'MATCH (@that:Edit)', { order: [{ by: '@that.number', descending: true }], indexed: true });
