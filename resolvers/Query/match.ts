import type { QueryResolvers } from '../../src/generated/types.js';

export const match: NonNullable<QueryResolvers['match']> = (_query, asked, { graph }) => graph.match(asked);
