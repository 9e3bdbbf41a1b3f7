import type { FactorWorkEdgeResolvers } from '../src/generated/types.js';

export const FactorWorkEdge: FactorWorkEdgeResolvers = {
  node: ({ node }, _args, { graph }) => graph.read(node, 'work'),
  weight: ({ node }) => node.weight,
  source: ({ node }, _args, { graph }) => graph.read(node, 'source'),
  sources: ({ node }, _args, { graph }) => graph.read(node, 'sources'),
};
