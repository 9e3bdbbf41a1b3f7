import type { FranchisePartResolvers } from '../src/generated/types.js';

export const FranchisePart: FranchisePartResolvers = {
  franchise: (part, _args, { graph }) => graph.read(part, 'franchise'),
  source: (part, _args, { graph }) => graph.read(part, 'source'),
  sources: (part, _args, { graph }) => graph.read(part, 'sources'),
};
