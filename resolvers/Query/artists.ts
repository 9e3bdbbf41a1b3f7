import type { QueryResolvers } from '../../src/generated/types.js';

export const artists: NonNullable<QueryResolvers['artists']> = (_query, args, { graph }, info) => graph.list('artists', args, info);
