import { at, each } from '../json.js';
import type { Operation } from '../operation.js';
import { byId } from '../statement.js';
import { title } from './titles.js';

export const songById: Operation = {
  name: 'Q1',
  title: 'a song by id: artists, tie-ups, works',
  document: `query ($id: ID!) { song(id: $id) {
    title { original } artists { role artist { name { original } } }
    tieUps { totalCount nodes { kind work { title { original } medium } } } } }`,
  variables: (world, chance) => ({ id: world.idOf('song', chance) }),
  // The count is the degree that the node keeps of itself: every tie-up is for exactly one work.
  raw: byId(
    'MATCH (song:Song {id: $id})',
    `{song: {title: {original: song.original},
      artists: COLLECT { MATCH (song)<-[credit:PERFORMS]-(artist:Artist)
        RETURN {role: credit.role, artist: {name: {original: artist.original}}} ORDER BY credit.rank, artist.id },
      tieUps: {totalCount: COUNT { (song)<-[:USES]-() },
        nodes: COLLECT { MATCH (song)<-[:USES]-(tieUp:TieUp)-[:FOR]->(work:Work)
          RETURN {kind: tieUp.kind, work: {title: {original: work.original}, medium: work.medium}}
          ORDER BY coalesce(work.start, '9999'), tieUp.rank, tieUp.id LIMIT 20 }}}}`,
  ),
  neo4jGraphql: {
    document: `query ($id: ID!) { songs(where: {id: {eq: $id}}) {
      original artistsConnection(sort: [{edge: {rank: ASC}}]) { edges { properties { role } node { original } } }
      tieUpsConnection(first: 20) { totalCount edges { node { kind work { original medium } } } } } }`,
    shape: (data) => ({
      song: {
        title: title(at(data, 'songs', 0)),
        artists: each(data, ['songs', 0, 'artistsConnection', 'edges'], (edge) => ({
          role: at(edge, 'properties', 'role'),
          artist: { name: title(at(edge, 'node')) },
        })),
        tieUps: {
          totalCount: at(data, 'songs', 0, 'tieUpsConnection', 'totalCount'),
          nodes: each(data, ['songs', 0, 'tieUpsConnection', 'edges'], (edge) => ({
            kind: at(edge, 'node', 'kind'),
            work: { title: title(at(edge, 'node', 'work', 0)), medium: at(edge, 'node', 'work', 0, 'medium') },
          })),
        },
      },
    }),
  },
};
