import type { SimilarSongResolvers } from '../src/generated/types.js';

export const SimilarSong: SimilarSongResolvers = {
  song: ({ node }) => node,
};
