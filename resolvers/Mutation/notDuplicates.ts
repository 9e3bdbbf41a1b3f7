import type { MutationResolvers } from '../../src/generated/types.js';

export const notDuplicates: NonNullable<MutationResolvers['notDuplicates']> = (_mutation, { ids, withdraw }, { edit }) =>
  edit().notDuplicates(ids, withdraw);
