import type { EdgesOf, RecordOf, Row } from '../src/graph/records.js';

export type SourceMapper = RecordOf<'Source'>;
export type ProvenanceMapper = Row<EdgesOf<'Work'>['provenance']>;
