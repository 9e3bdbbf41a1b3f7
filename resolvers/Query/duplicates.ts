import type { QueryResolvers } from '../../src/generated/types.js';

export const duplicates: NonNullable<QueryResolvers['duplicates']> = (_query, args, { graph }, info) => graph.list('duplicates', args, info);
