import { readReason } from '../src/duplicateReasons.js';
import type { DuplicateResolvers } from '../src/generated/types.js';

export const Duplicate: DuplicateResolvers = {
  reasons: ({ reasons }) => reasons.map(readReason),
  one: (duplicate, _args, { graph }) => graph.read(duplicate, 'one'),
  other: (duplicate, _args, { graph }) => graph.read(duplicate, 'other'),
};
