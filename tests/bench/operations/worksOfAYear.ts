import { at, each } from '../json.js';
import type { Operation } from '../operation.js';
import { yearsOf } from '../world.js';
import { songWithArtists, songWithArtistsCypher, songWithArtistsFields } from './songWithArtists.js';
import { title } from './titles.js';
import { yearParameters } from './yearParameters.js';

export const worksOfAYear: Operation = {
  name: 'Q4',
  title: 'a page of 50 works: tie-ups, songs, artists',
  document: `query ($from: Int!, $to: Int!) { works(first: 50, where: {year: {from: $from, to: $to}}) { nodes {
    title { original } tieUps { nodes { song { title { original } artists { artist { name { original } } } } } } } } }`,
  variables: (_world, chance) => {
    const { from } = yearsOf(chance);
    return { from, to: from };
  },
  // The range gives the order too: the index is read from its end, and only ties are sorted.
  raw: {
    text: `RETURN {works: {nodes: COLLECT { MATCH (work:Work) WHERE work.orderStart >= $start AND work.orderStart < $end
      WITH work ORDER BY work.orderStart DESC, work.id LIMIT 50
      RETURN {title: {original: work.original}, tieUps: {nodes: COLLECT { MATCH (work)<-[:FOR]-(tieUp:TieUp)
        WITH tieUp ORDER BY tieUp.rank, tieUp.id LIMIT 20
        MATCH (tieUp)-[:USES]->(song:Song)
        RETURN {song: ${songWithArtistsCypher}} }}} }}} AS data`,
    parameters: yearParameters,
  },
  neo4jGraphql: {
    document: `query ($start: String!, $end: String!) { works(where: {orderStart: {gte: $start, lt: $end}}, limit: 50, sort: [{orderStart: DESC}, {id: ASC}]) {
      original tieUps(limit: 20, sort: [{rank: ASC}, {id: ASC}]) { song { ${songWithArtistsFields} } } } }`,
    variables: yearParameters,
    shape: (data) => ({
      works: {
        nodes: each(data, ['works'], (work) => ({
          title: title(work),
          tieUps: { nodes: each(work, ['tieUps'], (tieUp) => ({ song: songWithArtists(at(tieUp, 'song', 0)) })) },
        })),
      },
    }),
  },
};
