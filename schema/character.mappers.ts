import type { Page } from '../src/graph/reader.js';
import type { EdgesOf, RecordOf, Row } from '../src/graph/records.js';

export type CharacterMapper = RecordOf<'Character'>;
export type VoicingMapper = RecordOf<'Voicing'>;
export type CharacterWorkConnectionMapper = Page<'Character', 'works'>;
export type CharacterWorkEdgeMapper = Row<EdgesOf<'Character'>['works']>;
export type CharacterGoodsConnectionMapper = Page<'Character', 'goods'>;
export type CharacterConnectionMapper = Page<'Query', 'characters'>;
