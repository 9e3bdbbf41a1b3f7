import type { FranchiseResolvers } from '../src/generated/types.js';

export const Franchise: FranchiseResolvers = {
  name: (franchise) => franchise,
  parts: (franchise, args, { graph }) => graph.page(franchise, 'parts', args),
  externalIds: (franchise, _args, { graph }) => graph.read(franchise, 'externalIds'),
  provenance: (franchise, _args, { graph }) => graph.read(franchise, 'provenance'),
  records: (franchise, args, { graph }) => graph.page(franchise, 'records', args),
};
