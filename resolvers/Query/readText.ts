import type { QueryResolvers } from '../../src/generated/types.js';

export const readText: NonNullable<QueryResolvers['readText']> = (_query, { text }, { graph }) => graph.readText(text);
