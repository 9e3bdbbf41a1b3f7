import { partialDate } from '../src/dates.js';
import type { SongResolvers } from '../src/generated/types.js';
import { sheetOf } from '../src/sheet.js';

export const Song: SongResolvers = {
  title: (song) => song,
  released: (song) => partialDate(song.released),
  artists: (song, _args, { graph }) => graph.read(song, 'artists'),
  tieUps: (song, args, { graph }) => graph.page(song, 'tieUps', args),
  works: (song, args, { graph }) => graph.page(song, 'works', args),
  similarSongs: (song, args, { graph }) => graph.read(song, 'similarSongs', args),
  factors: (song, args, { graph }) => graph.read(song, 'factors', args),
  sheet: (song, { lang }, { graph }) => sheetOf(graph, graph.read(song, 'factors'), lang),
  rankings: (song, _args, { graph }) => graph.read(song, 'rankings'),
  externalIds: (song, _args, { graph }) => graph.read(song, 'externalIds'),
  provenance: (song, _args, { graph }) => graph.read(song, 'provenance'),
  records: (song, args, { graph }) => graph.page(song, 'records', args),
};
