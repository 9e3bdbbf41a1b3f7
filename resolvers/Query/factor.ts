import type { QueryResolvers } from '../../src/generated/types.js';

export const factor: NonNullable<QueryResolvers['factor']> = (_query, args, { graph }, info) => graph.find('Factor', args, info);
