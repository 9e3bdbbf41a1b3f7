import type { QueryResolvers } from '../../src/generated/types.js';

export const artist: NonNullable<QueryResolvers['artist']> = (_query, args, { graph }, info) => graph.find('Artist', args, info);
