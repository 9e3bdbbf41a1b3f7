import type { VoicingResolvers } from '../src/generated/types.js';

export const Voicing: VoicingResolvers = {
  artist: (voicing, _args, { graph }) => graph.read(voicing, 'artist'),
  character: (voicing, _args, { graph }) => graph.read(voicing, 'character'),
  source: (voicing, _args, { graph }) => graph.read(voicing, 'source'),
  sources: (voicing, _args, { graph }) => graph.read(voicing, 'sources'),
};
