import type { WorkRelationResolvers } from '../src/generated/types.js';

export const WorkRelation: WorkRelationResolvers = {
  work: ({ node }) => node,
  sources: ({ sources }, _args, { graph }) => sources.map((source) => graph.carried(source)),
  source: ({ source }, _args, { graph }) => graph.carried(source),
};
