import type { CandidateResolvers } from '../src/generated/types.js';

export const Candidate: CandidateResolvers = {
  matchedName: ({ matchedName }, _args, { graph }) => graph.carried(matchedName),
};
