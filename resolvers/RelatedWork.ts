import type { RelatedWorkResolvers } from '../src/generated/types.js';

export const RelatedWork: RelatedWorkResolvers = {
  work: ({ node }) => node,
};
