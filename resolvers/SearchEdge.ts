import type { SearchEdgeResolvers } from '../src/generated/types.js';

export const SearchEdge: SearchEdgeResolvers = {
  matchedName: ({ matchedName }, _args, { graph }) => graph.carried(matchedName),
};
