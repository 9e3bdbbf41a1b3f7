import type { MutationResolvers } from '../../src/generated/types.js';

export const splitEntity: NonNullable<MutationResolvers['splitEntity']> = (_mutation, { id }, { edit }) => edit().split(id);
