import type { QuestionCandidateResolvers } from '../src/generated/types.js';

export const QuestionCandidate: QuestionCandidateResolvers = {
  thing: ({ node }) => node,
};
