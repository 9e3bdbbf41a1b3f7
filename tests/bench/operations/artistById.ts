import { at, each } from '../json.js';
import type { Operation } from '../operation.js';
import { byId } from '../statement.js';
import { mostSimilarArtists } from './similarArtistsCypher.js';
import { title } from './titles.js';

export const artistById: Operation = {
  name: 'Q3',
  title: 'an artist by id: 20 songs with tie-ups, 10 similar artists',
  document: `query ($id: ID!) { artist(id: $id) {
    songs(first: 20) { nodes { title { original } tieUps { nodes { kind work { title { original } } } } } }
    similarArtists(first: 10) { artist { name { original } } } } }`,
  variables: (world, chance) => ({ id: world.idOf('artist', chance) }),
  raw: byId(
    'MATCH (artist:Artist {id: $id})',
    `{artist: {
      songs: {nodes: COLLECT { MATCH (artist)-[:PERFORMS]->(song:Song)
        WITH DISTINCT song ORDER BY coalesce(song.released, '') DESC, song.id LIMIT 20
        RETURN {title: {original: song.original},
          tieUps: {nodes: COLLECT { MATCH (song)<-[:USES]-(tieUp:TieUp)-[:FOR]->(work:Work)
            RETURN {kind: tieUp.kind, work: {title: {original: work.original}}}
            ORDER BY coalesce(work.start, '9999'), tieUp.rank, tieUp.id LIMIT 20 }}} }},
      similarArtists: similarArtists}}`,
    `CALL (artist) { ${mostSimilarArtists(10)} RETURN collect({artist: {name: {original: other.original}}}) AS similarArtists }`,
  ),
  neo4jGraphql: {
    document: `query ($id: ID!) { artists(where: {id: {eq: $id}}) {
      latestSongs(first: 20) { original tieUps(limit: 20) { kind work { original } } }
      similarArtists(first: 10) { original } } }`,
    shape: (data) => ({
      artist: {
        songs: {
          nodes: each(data, ['artists', 0, 'latestSongs'], (song) => ({
            title: title(song),
            tieUps: { nodes: each(song, ['tieUps'], (tieUp) => ({ kind: at(tieUp, 'kind'), work: { title: title(at(tieUp, 'work', 0)) } })) },
          })),
        },
        similarArtists: each(data, ['artists', 0, 'similarArtists'], (artist) => ({ artist: { name: title(artist) } })),
      },
    }),
  },
};
