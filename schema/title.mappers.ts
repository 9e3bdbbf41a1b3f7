import type { RecordOf } from '../src/graph/records.js';

export type { Titled as TitleMapper } from '../src/titles.js';
export type NameMapper = RecordOf<'Name'>;
