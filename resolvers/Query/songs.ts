import type { QueryResolvers } from '../../src/generated/types.js';

export const songs: NonNullable<QueryResolvers['songs']> = (_query, args, { graph }, info) => graph.list('songs', args, info);
