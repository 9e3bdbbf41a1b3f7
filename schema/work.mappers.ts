import type { Page } from '../src/graph/reader.js';
import type { EdgesOf, RecordOf, Row } from '../src/graph/records.js';

export type WorkMapper = RecordOf<'Work'>;
export type RelatedWorkMapper = Row<EdgesOf<'Work'>['relatedWorks']>;
export type WorkRelationMapper = Row<EdgesOf<'Work'>['relations']>;
export type WorkTieUpConnectionMapper = Page<'Work', 'tieUps'>;
export type WorkSongConnectionMapper = Page<'Work', 'songs'>;
export type WorkCharacterConnectionMapper = Page<'Work', 'characters'>;
export type WorkCharacterEdgeMapper = Row<EdgesOf<'Work'>['characters']>;
export type WorkGoodsConnectionMapper = Page<'Work', 'goods'>;
export type WorkConnectionMapper = Page<'Query', 'works'>;
