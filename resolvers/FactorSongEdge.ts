import type { FactorSongEdgeResolvers } from '../src/generated/types.js';

export const FactorSongEdge: FactorSongEdgeResolvers = {
  node: ({ node }, _args, { graph }) => graph.read(node, 'song'),
  weight: ({ node }) => node.weight,
  source: ({ node }, _args, { graph }) => graph.read(node, 'source'),
  sources: ({ node }, _args, { graph }) => graph.read(node, 'sources'),
};
