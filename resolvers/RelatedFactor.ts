import type { RelatedFactorResolvers } from '../src/generated/types.js';

export const RelatedFactor: RelatedFactorResolvers = {
  factor: ({ node }) => node,
};
