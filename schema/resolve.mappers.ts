import type { CandidateRead, ResolutionRead } from '../src/graph/resolutions.js';
import type { Explanation } from '../src/names/explain.js';

export type ResolutionMapper = ResolutionRead;
export type CandidateMapper = CandidateRead;
export type NameExplanationMapper = Explanation;
