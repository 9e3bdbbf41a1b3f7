import type { EditResolvers } from '../src/generated/types.js';

export const Edit: EditResolvers = {
  at: ({ at }) => at,
};
