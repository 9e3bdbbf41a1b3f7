import type { QueryResolvers } from '../../src/generated/types.js';

export const edits: NonNullable<QueryResolvers['edits']> = (_query, args, { graph }, info) => graph.list('edits', args, info);
