import type { MutationResolvers } from '../../src/generated/types.js';

export const mergeEntities: NonNullable<MutationResolvers['mergeEntities']> = (_mutation, { keep, drop }, { edit }) => edit().merge(keep, drop);
