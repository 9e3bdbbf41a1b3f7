import type { QueryResolvers } from '../../src/generated/types.js';

export const characters: NonNullable<QueryResolvers['characters']> = (_query, args, { graph }, info) => graph.list('characters', args, info);
