import type { FactorWeightResolvers } from '../src/generated/types.js';

export const FactorWeight: FactorWeightResolvers = {
  factor: (expression, _args, { graph }) => graph.read(expression, 'factor'),
  confidence: ({ confidence }) => confidence ?? 1,
  isEstimate: ({ source }) => source === 'estimates',
  source: (expression, _args, { graph }) => graph.read(expression, 'source'),
  sources: (expression, _args, { graph }) => graph.read(expression, 'sources'),
};
