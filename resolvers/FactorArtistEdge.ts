import type { FactorArtistEdgeResolvers } from '../src/generated/types.js';

export const FactorArtistEdge: FactorArtistEdgeResolvers = {
  node: ({ node }, _args, { graph }) => graph.read(node, 'artist'),
  weight: ({ node }) => node.weight,
  source: ({ node }, _args, { graph }) => graph.read(node, 'source'),
  sources: ({ node }, _args, { graph }) => graph.read(node, 'sources'),
};
