import type { QueryResolvers } from '../../src/generated/types.js';

export const campaigns: NonNullable<QueryResolvers['campaigns']> = (_query, args, { graph }, info) => graph.list('campaigns', args, info);
