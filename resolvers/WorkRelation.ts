import type { WorkRelationResolvers } from '../src/generated/types.js';

export const WorkRelation: WorkRelationResolvers = {
  work: ({ node }) => node,
  source: ({ source }, _args, { graph }) => graph.carried(source),
};
