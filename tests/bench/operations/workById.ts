import { at, each } from '../json.js';
import type { Operation } from '../operation.js';
import { byId } from '../statement.js';
import { songWithArtists, songWithArtistsCypher, songWithArtistsFields } from './songWithArtists.js';
import { title } from './titles.js';

export const workById: Operation = {
  name: 'Q2',
  title: 'a work by id: tie-ups, songs, artists, 20 characters',
  document: `query ($id: ID!) { work(id: $id) {
    title { original } tieUps { nodes { kind song { title { original } artists { artist { name { original } } } } } }
    characters(first: 20) { edges { role node { name { original } } voices { artist { name { original } } } } } } }`,
  variables: (world, chance) => ({ id: world.idOf('work', chance) }),
  // Limited before anything hangs on the rows. A voice that is stated for certain works counts only there, and there instead of the usual one.
  raw: byId(
    'MATCH (work:Work {id: $id})',
    `{work: {title: {original: work.original},
      tieUps: {nodes: COLLECT { MATCH (work)<-[:FOR]-(tieUp:TieUp)
        WITH tieUp ORDER BY tieUp.rank, tieUp.id LIMIT 20
        MATCH (tieUp)-[:USES]->(song:Song)
        RETURN {kind: tieUp.kind, song: ${songWithArtistsCypher}} }},
      characters: {edges: COLLECT { MATCH (work)<-[appears:APPEARS_IN]-(character:Character)
        WITH appears, character ORDER BY appears.rank, coalesce(character.kana, character.original), character.id LIMIT 20
        RETURN {role: appears.role, node: {name: {original: character.original}},
          voices: COLLECT { MATCH (character)<-[voice:VOICES]-(artist:Artist)
            WHERE voice.works IS NULL AND NOT EXISTS { (character)<-[other:VOICES]-() WHERE other.language = voice.language AND work.id IN other.works }
              OR work.id IN voice.works
            RETURN {artist: {name: {original: artist.original}}} ORDER BY artist.orderName, artist.id }} }}}}`,
  ),
  neo4jGraphql: {
    document: `query ($id: ID!) { works(where: {id: {eq: $id}}) {
      original tieUps(limit: 20, sort: [{rank: ASC}, {id: ASC}]) { kind song { ${songWithArtistsFields} } }
      charactersConnection(first: 20, sort: [{edge: {rank: ASC}}]) { edges { properties { role } node { original voices { original } } } } } }`,
    shape: (data) => ({
      work: {
        title: title(at(data, 'works', 0)),
        tieUps: { nodes: each(data, ['works', 0, 'tieUps'], (tieUp) => ({ kind: at(tieUp, 'kind'), song: songWithArtists(at(tieUp, 'song', 0)) })) },
        characters: {
          edges: each(data, ['works', 0, 'charactersConnection', 'edges'], (edge) => ({
            role: at(edge, 'properties', 'role'),
            node: { name: title(at(edge, 'node')) },
            voices: each(edge, ['node', 'voices'], (artist) => ({ artist: { name: title(artist) } })),
          })),
        },
      },
    }),
  },
};
