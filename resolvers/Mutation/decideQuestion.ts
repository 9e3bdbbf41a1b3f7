import type { MutationResolvers } from '../../src/generated/types.js';

export const decideQuestion: NonNullable<MutationResolvers['decideQuestion']> = (_mutation, { key, ...decision }, { edit }) =>
  edit().decide(key, decision);
