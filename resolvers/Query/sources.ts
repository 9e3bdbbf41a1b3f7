import type { QueryResolvers } from '../../src/generated/types.js';

export const sources: NonNullable<QueryResolvers['sources']> = (_query, _args, { graph }, info) => graph.sources(info);
