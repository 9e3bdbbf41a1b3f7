import type { Page } from '../src/graph/reader.js';
import type { EdgesOf, RecordOf, Row } from '../src/graph/records.js';

export type FranchiseMapper = RecordOf<'Franchise'>;
export type FranchisePartMapper = RecordOf<'Part'>;
export type FranchiseWorkConnectionMapper = Page<'Franchise', 'parts'>;
export type FranchiseWorkEdgeMapper = Row<EdgesOf<'Franchise'>['parts']>;
