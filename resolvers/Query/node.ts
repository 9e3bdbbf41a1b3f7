import type { QueryResolvers } from '../../src/generated/types.js';

export const node: NonNullable<QueryResolvers['node']> = (_query, { id }, { graph }, info) => graph.node(id, info);
