import type { FactorResolvers } from '../src/generated/types.js';

export const Factor: FactorResolvers = {
  name: (factor) => factor,
  broader: (factor, _args, { graph }) => graph.read(factor, 'broader'),
  narrower: (factor, _args, { graph }) => graph.read(factor, 'narrower'),
  songs: (factor, args, { graph }) => graph.page(factor, 'songs', args),
  artists: (factor, args, { graph }) => graph.page(factor, 'artists', args),
  records: (factor, args, { graph }) => graph.page(factor, 'records', args),
};
