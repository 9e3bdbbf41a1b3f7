import type { Page } from '../src/graph/reader.js';
import type { RecordOf } from '../src/graph/records.js';

export type TieUpMapper = RecordOf<'TieUp'>;
export type TieUpConnectionMapper = Page<'Query', 'tieUps'>;
