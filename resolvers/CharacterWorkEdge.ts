import type { CharacterWorkEdgeResolvers } from '../src/generated/types.js';

export const CharacterWorkEdge: CharacterWorkEdgeResolvers = {
  node: ({ node }, _args, { graph }) => graph.read(node, 'work'),
  role: ({ node }) => node.role,
  voices: ({ node }, _args, { graph }) => graph.read(node, 'voices'),
  source: ({ node }, _args, { graph }) => graph.read(node, 'source'),
  sources: ({ node }, _args, { graph }) => graph.read(node, 'sources'),
};
