import type { InfluenceResolvers } from '../src/generated/types.js';

export const Influence: InfluenceResolvers = {
  artist: (influence, _args, { graph }) => graph.read(influence, 'artist'),
  by: (influence, _args, { graph }) => graph.read(influence, 'by'),
  source: (influence, _args, { graph }) => graph.read(influence, 'source'),
  sources: (influence, _args, { graph }) => graph.read(influence, 'sources'),
};
