import type { Page } from '../src/graph/reader.js';
import type { EdgesOf, RecordOf, Row } from '../src/graph/records.js';

export type FactorMapper = RecordOf<'Factor'>;
export type FactorWeightMapper = RecordOf<'Expression'>;
export type RelatedFactorMapper = Row<EdgesOf<'Factor'>['related']>;
export type FactorSongConnectionMapper = Page<'Factor', 'songs'>;
export type FactorSongEdgeMapper = Row<EdgesOf<'Factor'>['songs']>;
export type FactorWorkConnectionMapper = Page<'Factor', 'works'>;
export type FactorWorkEdgeMapper = Row<EdgesOf<'Factor'>['works']>;
export type FactorArtistConnectionMapper = Page<'Factor', 'artists'>;
export type FactorArtistEdgeMapper = Row<EdgesOf<'Factor'>['artists']>;
export type FactorConnectionMapper = Page<'Query', 'factors'>;
