import type { NodeName } from '../src/graph/ids.js';
import type { Page } from '../src/graph/reader.js';
import type { RecordOf } from '../src/graph/records.js';

export type { StatedId as StatedIdMapper } from '../src/said.js';
export type SourceRecordMapper = RecordOf<'SourceRecord'>;
export type SourceRecordConnectionMapper = Page<NodeName, 'records'>;
