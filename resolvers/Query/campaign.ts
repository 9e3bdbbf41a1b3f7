import type { QueryResolvers } from '../../src/generated/types.js';

export const campaign: NonNullable<QueryResolvers['campaign']> = (_query, args, { graph }, info) => graph.find('Campaign', args, info);
