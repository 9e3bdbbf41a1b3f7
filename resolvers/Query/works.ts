import type { QueryResolvers } from '../../src/generated/types.js';

export const works: NonNullable<QueryResolvers['works']> = (_query, args, { graph }, info) => graph.list('works', args, info);
