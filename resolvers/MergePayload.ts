import type { MergePayloadResolvers } from '../src/generated/types.js';

export const MergePayload: MergePayloadResolvers = {
  edit: (edit) => edit,
  kept: ({ ids: [keep] }, _args, { graph }) => graph.edited(keep),
};
