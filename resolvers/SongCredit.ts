import type { SongCreditResolvers } from '../src/generated/types.js';

export const SongCredit: SongCreditResolvers = {
  artist: (credit, _args, { graph }) => graph.read(credit, 'artist'),
  song: (credit, _args, { graph }) => graph.read(credit, 'song'),
  source: (credit, _args, { graph }) => graph.read(credit, 'source'),
  sources: (credit, _args, { graph }) => graph.read(credit, 'sources'),
};
