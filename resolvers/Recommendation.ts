import type { RecommendationResolvers } from '../src/generated/types.js';

export const Recommendation: RecommendationResolvers = {
  node: ({ node }) => node,
};
