import type { Page } from '../src/graph/reader.js';
import type { RecordOf } from '../src/graph/records.js';

export type EditMapper = RecordOf<'Edit'>;
export type EditConnectionMapper = Page<'Query', 'edits'>;
export type MergePayloadMapper = RecordOf<'Edit'>;
export type SplitPayloadMapper = RecordOf<'Edit'>;
export type NotDuplicatesPayloadMapper = RecordOf<'Edit'>;
