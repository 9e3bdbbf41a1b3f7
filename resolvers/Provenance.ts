import type { ProvenanceResolvers } from '../src/generated/types.js';

export const Provenance: ProvenanceResolvers = {
  source: ({ node }) => node,
};
