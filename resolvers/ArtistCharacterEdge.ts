import type { ArtistCharacterEdgeResolvers } from '../src/generated/types.js';

export const ArtistCharacterEdge: ArtistCharacterEdgeResolvers = {
  node: ({ node }, _args, { graph }) => graph.read(node, 'character'),
  language: ({ node }) => node.language,
  source: ({ node }, _args, { graph }) => graph.read(node, 'source'),
  sources: ({ node }, _args, { graph }) => graph.read(node, 'sources'),
};
