import type { QueryResolvers } from '../../src/generated/types.js';

export const factors: NonNullable<QueryResolvers['factors']> = (_query, args, { graph }, info) => graph.list('factors', args, info);
