import type { NotDuplicatesPayloadResolvers } from '../src/generated/types.js';

export const NotDuplicatesPayload: NotDuplicatesPayloadResolvers = {
  edit: (edit) => edit,
  things: ({ ids }, _args, { graph }) => Promise.all(ids.map((id) => graph.edited(id))),
};
