import type { QueryResolvers } from '../../src/generated/types.js';

export const recommend: NonNullable<QueryResolvers['recommend']> = (_query, asked, { graph }) => graph.recommend(asked);
