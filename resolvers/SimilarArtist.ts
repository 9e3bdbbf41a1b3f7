import type { SimilarArtistResolvers } from '../src/generated/types.js';

export const SimilarArtist: SimilarArtistResolvers = {
  artist: ({ node }) => node,
};
