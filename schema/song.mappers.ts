import type { Page } from '../src/graph/reader.js';
import type { EdgesOf, RecordOf, Row } from '../src/graph/records.js';

export type SongMapper = RecordOf<'Song'>;
export type SongCreditMapper = RecordOf<'Credit'>;
export type RankingMapper = RecordOf<'Ranking'>;
export type SongTieUpConnectionMapper = Page<'Song', 'tieUps'>;
export type SongWorkConnectionMapper = Page<'Song', 'works'>;
export type SongConnectionMapper = Page<'Query', 'songs'>;
export type SimilarSongMapper = Row<EdgesOf<'Song'>['similarSongs']>;
