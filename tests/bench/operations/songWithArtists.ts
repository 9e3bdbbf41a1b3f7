import { at, each, type Json } from '../json.js';
import { title } from './titles.js';

/** The `song` at hand with the artists of its credits, by hand. */
export const songWithArtistsCypher = `{title: {original: song.original},
  artists: COLLECT { MATCH (song)<-[credit:PERFORMS]-(artist:Artist)
    RETURN {artist: {name: {original: artist.original}}} ORDER BY credit.rank, artist.id }}`;

/** The same for @neo4j/graphql: one artist may have several credits, which only the connection tells. */
export const songWithArtistsFields = 'original artistsConnection(sort: [{edge: {rank: ASC}}]) { edges { node { original } } }';

export function songWithArtists(song: Json): Json {
  return {
    title: title(song),
    artists: each(song, ['artistsConnection', 'edges'], (edge) => ({ artist: { name: title(at(edge, 'node')) } })),
  };
}
