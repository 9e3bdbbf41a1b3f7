import type { RankingResolvers } from '../src/generated/types.js';

export const Ranking: RankingResolvers = {
  source: (ranking, _args, { graph }) => graph.read(ranking, 'source'),
  sources: (ranking, _args, { graph }) => graph.read(ranking, 'sources'),
};
