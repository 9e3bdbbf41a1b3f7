import { at, each } from '../json.js';
import type { Operation } from '../operation.js';
import { byId } from '../statement.js';
import { mostRelatedWorks } from './relatedWorksCypher.js';
import { songWithArtists, songWithArtistsCypher, songWithArtistsFields } from './songWithArtists.js';
import { title } from './titles.js';

export const mostRelatedTwice: Operation = {
  name: 'Q9',
  title: 'works most like those most like it, with songs and artists',
  document: `query ($id: ID!) { work(id: $id) { relatedWorks(first: 5) { work { relatedWorks(first: 5) { work {
    title { original } songs { nodes { title { original } artists { artist { name { original } } } } } } } } } } }`,
  variables: (world, chance) => ({ id: world.idOf('work', chance) }),
  raw: byId(
    'MATCH (work:Work {id: $id})',
    '{work: {relatedWorks: nearWorks}}',
    `CALL (work) { ${mostRelatedWorks('work', 'near', 5)}
      CALL (near) { ${mostRelatedWorks('near', 'far', 5)}
        CALL (far) {
          MATCH (far)<-[:FOR]-(tieUp:TieUp)-[:USES]->(song:Song)
          WITH song, min(tieUp.rank) AS rank ORDER BY rank, song.id LIMIT 20
          RETURN collect(${songWithArtistsCypher}) AS songs
        }
        RETURN collect({work: {title: {original: far.original}, songs: {nodes: songs}}}) AS farWorks
      }
      RETURN collect({work: {relatedWorks: farWorks}}) AS nearWorks
    }`,
  ),
  neo4jGraphql: {
    document: `query ($id: ID!) { works(where: {id: {eq: $id}}) { relatedWorks(first: 5) { relatedWorks(first: 5) {
      original songs(first: 20) { ${songWithArtistsFields} } } } } }`,
    shape: (data) => ({
      work: {
        relatedWorks: each(data, ['works', 0, 'relatedWorks'], (near) => ({
          work: {
            relatedWorks: each(near, ['relatedWorks'], (far) => ({
              work: { title: title(at(far)), songs: { nodes: each(far, ['songs'], songWithArtists) } },
            })),
          },
        })),
      },
    }),
  },
};
