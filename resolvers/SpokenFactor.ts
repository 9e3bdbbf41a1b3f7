import type { SpokenFactorResolvers } from '../src/generated/types.js';

export const SpokenFactor: SpokenFactorResolvers = {
  factor: ({ factor }, _args, { graph }) => graph.carried(factor),
};
