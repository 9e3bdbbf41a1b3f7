import type { SplitPayloadResolvers } from '../src/generated/types.js';

export const SplitPayload: SplitPayloadResolvers = {
  edit: (edit) => edit,
  kept: ({ ids: [keep] }, _args, { graph }) => graph.edited(keep),
  restored: ({ ids: [, restored] }, _args, { graph }) => graph.edited(restored),
};
