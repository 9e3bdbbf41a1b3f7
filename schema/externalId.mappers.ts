import type { RecordOf } from '../src/graph/records.js';

export type ExternalIdMapper = RecordOf<'ExternalId'>;
