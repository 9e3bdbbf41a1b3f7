import type { QueryResolvers } from '../../src/generated/types.js';

export const nodes: NonNullable<QueryResolvers['nodes']> = (_query, { ids }, { graph }, info) => graph.findAll(ids, info);
