import type { EdgesOf, Row } from '../src/graph/records.js';

export type RecommendationMapper = Row<EdgesOf<'Query'>['recommendations']>;
