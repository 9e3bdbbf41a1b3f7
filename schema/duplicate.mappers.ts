import type { DuplicateReason } from '../src/duplicateReasons.js';
import type { Page } from '../src/graph/reader.js';
import type { RecordOf } from '../src/graph/records.js';

export type DuplicateMapper = RecordOf<'Duplicate'>;
export type DuplicateReasonMapper = DuplicateReason;
export type DuplicateConnectionMapper = Page<'Query', 'duplicates'>;
