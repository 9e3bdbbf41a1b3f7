import { partialDate } from '../src/dates.js';
import { episodeRanges } from '../src/episodes.js';
import type { TieUpResolvers } from '../src/generated/types.js';

export const TieUp: TieUpResolvers = {
  episodes: ({ episodes }) => episodeRanges(episodes),
  onAirFrom: (tieUp) => partialDate(tieUp.onAirFrom),
  onAirTo: (tieUp) => partialDate(tieUp.onAirTo),
  song: (tieUp, _args, { graph }) => graph.read(tieUp, 'song'),
  work: (tieUp, _args, { graph }) => graph.read(tieUp, 'work'),
  broadcaster: (tieUp, _args, { graph }) => graph.read(tieUp, 'broadcaster'),
  source: (tieUp, _args, { graph }) => graph.read(tieUp, 'source'),
  sources: (tieUp, _args, { graph }) => graph.read(tieUp, 'sources'),
  records: (tieUp, args, { graph }) => graph.page(tieUp, 'records', args),
};
