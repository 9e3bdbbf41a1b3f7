import type { QueryResolvers } from '../../src/generated/types.js';

export const resolve: NonNullable<QueryResolvers['resolve']> = (_query, { names }, { graph }) => graph.resolve(names);
