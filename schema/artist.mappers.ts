import type { Page } from '../src/graph/reader.js';
import type { EdgesOf, RecordOf, Row } from '../src/graph/records.js';

export type ArtistMapper = RecordOf<'Artist'>;
export type MembershipMapper = RecordOf<'Membership'>;
export type InfluenceMapper = RecordOf<'Influence'>;
export type SimilarArtistMapper = Row<EdgesOf<'Artist'>['similarArtists']>;
export type ArtistSongConnectionMapper = Page<'Artist', 'songs'>;
export type ArtistTieUpConnectionMapper = Page<'Artist', 'tieUps'>;
export type ArtistCharacterConnectionMapper = Page<'Artist', 'voices'>;
export type ArtistCharacterEdgeMapper = Row<EdgesOf<'Artist'>['voices']>;
export type ArtistConnectionMapper = Page<'Query', 'artists'>;
