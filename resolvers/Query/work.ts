import type { QueryResolvers } from '../../src/generated/types.js';

export const work: NonNullable<QueryResolvers['work']> = (_query, args, { graph }, info) => graph.find('Work', args, info);
