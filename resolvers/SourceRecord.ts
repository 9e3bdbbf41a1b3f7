import type { SourceRecordResolvers } from '../src/generated/types.js';
import { recordKinds } from '../src/recordKinds.js';
import { fieldsSaid, idsSaid, namesSaid } from '../src/said.js';

export const SourceRecord: SourceRecordResolvers = {
  kind: ({ type }) => recordKinds[type],
  source: (record, _args, { graph }) => graph.read(record, 'source'),
  fields: ({ said, shown }) => fieldsSaid(said, shown),
  names: ({ said }, { spoilers }) => namesSaid(said, spoilers),
  externalIds: ({ said }) => idsSaid(said),
  thing: (record, _args, { graph }) => graph.read(record, 'thing'),
};
