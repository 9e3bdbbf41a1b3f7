import type { QueryResolvers } from '../../src/generated/types.js';

export const tieUp: NonNullable<QueryResolvers['tieUp']> = (_query, args, { graph }, info) => graph.find('TieUp', args, info);
