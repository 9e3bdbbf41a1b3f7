import type { QueryResolvers } from '../../src/generated/types.js';

export const tieUps: NonNullable<QueryResolvers['tieUps']> = (_query, args, { graph }, info) => graph.list('tieUps', args, info);
