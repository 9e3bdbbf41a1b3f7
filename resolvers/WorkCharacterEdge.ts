import type { WorkCharacterEdgeResolvers } from '../src/generated/types.js';

export const WorkCharacterEdge: WorkCharacterEdgeResolvers = {
  node: ({ node }, _args, { graph }) => graph.read(node, 'character'),
  role: ({ node }) => node.role,
  voices: ({ node }, _args, { graph }) => graph.read(node, 'voices'),
  source: ({ node }, _args, { graph }) => graph.read(node, 'source'),
  sources: ({ node }, _args, { graph }) => graph.read(node, 'sources'),
};
