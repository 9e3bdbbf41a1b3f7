import type { FranchiseWorkEdgeResolvers } from '../src/generated/types.js';

export const FranchiseWorkEdge: FranchiseWorkEdgeResolvers = {
  node: ({ node }, _args, { graph }) => graph.read(node, 'work'),
  order: ({ node }) => node.order,
  storyOrder: ({ node }) => node.storyOrder,
  source: ({ node }, _args, { graph }) => graph.read(node, 'source'),
  sources: ({ node }, _args, { graph }) => graph.read(node, 'sources'),
};
