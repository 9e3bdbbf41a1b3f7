import type { MatchResolvers } from '../src/generated/types.js';

export const Match: MatchResolvers = {
  node: ({ node }, _args, { graph }) => graph.carried(node),
};
