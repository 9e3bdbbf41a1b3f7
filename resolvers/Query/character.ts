import type { QueryResolvers } from '../../src/generated/types.js';

export const character: NonNullable<QueryResolvers['character']> = (_query, args, { graph }, info) => graph.find('Character', args, info);
