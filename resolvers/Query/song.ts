import type { QueryResolvers } from '../../src/generated/types.js';

export const song: NonNullable<QueryResolvers['song']> = (_query, args, { graph }, info) => graph.find('Song', args, info);
