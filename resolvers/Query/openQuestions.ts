import type { QueryResolvers } from '../../src/generated/types.js';

export const openQuestions: NonNullable<QueryResolvers['openQuestions']> = (_query, args, { graph }, info) => graph.openQuestions(args, info);
