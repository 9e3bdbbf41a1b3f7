import { partialDate } from '../src/dates.js';
import type { ArtistResolvers } from '../src/generated/types.js';
import { sheetOf } from '../src/sheet.js';

export const Artist: ArtistResolvers = {
  name: (artist) => artist,
  born: (artist) => partialDate(artist.born),
  formed: (artist) => partialDate(artist.formed),
  songs: (artist, args, { graph }) => graph.page(artist, 'songs', args),
  tieUps: (artist, args, { graph }) => graph.page(artist, 'tieUps', args),
  members: (artist, _args, { graph }) => graph.read(artist, 'members'),
  memberOf: (artist, _args, { graph }) => graph.read(artist, 'memberOf'),
  influencedBy: (artist, _args, { graph }) => graph.read(artist, 'influencedBy'),
  influenced: (artist, _args, { graph }) => graph.read(artist, 'influenced'),
  similarArtists: (artist, args, { graph }) => graph.read(artist, 'similarArtists', args),
  voices: (artist, args, { graph }) => graph.page(artist, 'voices', args),
  factors: (artist, args, { graph }) => graph.read(artist, 'factors', args),
  sheet: (artist, { lang }, { graph }) => sheetOf(graph, graph.read(artist, 'factors'), lang),
  externalIds: (artist, _args, { graph }) => graph.read(artist, 'externalIds'),
  provenance: (artist, _args, { graph }) => graph.read(artist, 'provenance'),
  records: (artist, args, { graph }) => graph.page(artist, 'records', args),
};
