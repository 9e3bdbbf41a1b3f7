import type { DecideQuestionPayloadResolvers } from '../src/generated/types.js';

export const DecideQuestionPayload: DecideQuestionPayloadResolvers = {
  edit: (edit) => edit,
  record: ({ question }, _args, { graph }) => graph.decided(question),
};
