import { at, each } from '../json.js';
import type { Operation } from '../operation.js';
import { byId } from '../statement.js';
import { songWithArtists, songWithArtistsCypher, songWithArtistsFields } from './songWithArtists.js';
import { title } from './titles.js';

export const relatedWorksTwoHopsAway: Operation = {
  name: 'Q5',
  title: 'related works two hops away, their songs and artists',
  document: `query ($id: ID!) { work(id: $id) { relations { work { relations { work {
    title { original } songs { nodes { title { original } artists { artist { name { original } } } } } } } } } } }`,
  variables: (world, chance) => ({ id: world.idOf('work', chance) }),
  raw: byId(
    'MATCH (work:Work {id: $id})',
    '{work: {relations: nearWorks}}',
    `CALL (work) {
      MATCH (work)-[:RELATES_TO]-(near:Work)
      CALL (near) {
        MATCH (near)-[:RELATES_TO]-(far:Work)
        CALL (far) {
          MATCH (far)<-[:FOR]-(tieUp:TieUp)-[:USES]->(song:Song)
          WITH song, min(tieUp.rank) AS rank ORDER BY rank, song.id LIMIT 20
          RETURN collect(${songWithArtistsCypher}) AS songs
        }
        WITH far, songs ORDER BY coalesce(far.start, '9999'), far.id
        RETURN collect({work: {title: {original: far.original}, songs: {nodes: songs}}}) AS farWorks
      }
      WITH near, farWorks ORDER BY coalesce(near.start, '9999'), near.id
      RETURN collect({work: {relations: farWorks}}) AS nearWorks
    }`,
  ),
  neo4jGraphql: {
    document: `query ($id: ID!) { works(where: {id: {eq: $id}}) { relations { relations {
      original songs(first: 20) { ${songWithArtistsFields} } } } } }`,
    shape: (data) => ({
      work: {
        relations: each(data, ['works', 0, 'relations'], (near) => ({
          work: {
            relations: each(near, ['relations'], (far) => ({
              work: { title: title(at(far)), songs: { nodes: each(far, ['songs'], songWithArtists) } },
            })),
          },
        })),
      },
    }),
  },
};
