import type { Page } from '../src/graph/reader.js';
import type { EdgesOf, Row } from '../src/graph/records.js';

export type SearchConnectionMapper = Page<'Query', 'search'>;
export type SearchEdgeMapper = Row<EdgesOf<'Query'>['search']>;
