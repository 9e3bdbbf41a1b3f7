import type { OpenQuestionResolvers } from '../src/generated/types.js';
import { knownBesides } from '../src/said.js';

export const OpenQuestion: OpenQuestionResolvers = {
  record: (question) => question,
  year: ({ said }) => knownBesides(said).year ?? null,
  artist: ({ said }) => knownBesides(said).artist ?? null,
  romaji: ({ said }) => knownBesides(said).romaji ?? null,
  candidates: (question, _args, { graph }) => graph.read(question, 'candidates'),
};
