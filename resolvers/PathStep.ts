import type { PathStepResolvers } from '../src/generated/types.js';

export const PathStep: PathStepResolvers = {
  node: (step, _args, { graph }) => graph.carried(step),
};
