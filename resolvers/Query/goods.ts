import type { QueryResolvers } from '../../src/generated/types.js';

export const goods: NonNullable<QueryResolvers['goods']> = (_query, args, { graph }, info) => graph.find('Goods', args, info);
