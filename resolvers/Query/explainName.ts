import type { QueryResolvers } from '../../src/generated/types.js';

export const explainName: NonNullable<QueryResolvers['explainName']> = (_query, { text }, { graph }) => graph.explain(text);
