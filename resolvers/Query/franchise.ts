import type { QueryResolvers } from '../../src/generated/types.js';

export const franchise: NonNullable<QueryResolvers['franchise']> = (_query, args, { graph }, info) => graph.find('Franchise', args, info);
