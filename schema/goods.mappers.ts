import type { RecordOf } from '../src/graph/records.js';

export type GoodsMapper = RecordOf<'Goods'>;
