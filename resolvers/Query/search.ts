import type { QueryResolvers } from '../../src/generated/types.js';

export const search: NonNullable<QueryResolvers['search']> = (_query, args, { graph }, info) => graph.list('search', args, info);
