import type { Recommended } from '../src/graph/recommend.js';

export type RecommendationMapper = Recommended;
