import { at, each, type Json } from '../json.js';
import type { Operation } from '../operation.js';
import { byId } from '../statement.js';
import { mostSimilarArtistsWithReasons } from './similarArtistsCypher.js';
import { title } from './titles.js';

const kept = 8;

export const similarArtistsWithReasons: Operation = {
  name: 'Q6',
  title: 'similar artists with the reasons',
  document: `query ($id: ID!) { artist(id: $id) { similarArtists(first: 10) {
    score artist { name { original } } reasons { weight path { node { id } } } } } }`,
  variables: (world, chance) => ({ id: world.idOf('artist', chance) }),
  raw: byId(
    'MATCH (artist:Artist {id: $id})',
    '{artist: {similarArtists: similarArtists}}',
    `CALL (artist) { ${mostSimilarArtistsWithReasons(10)}
      RETURN collect({score: score, artist: {name: {original: other.original}},
        reasons: [reason IN reasons | {weight: reason.weight, path: [id IN reason.path | {node: {id: id}}]}]}) AS similarArtists }`,
  ),
  neo4jGraphql: {
    document: 'query ($id: ID!) { artists(where: {id: {eq: $id}}) { likeArtists(first: 10) { score original reasons { weight path } } } }',
    shape: (data) => ({
      artist: {
        similarArtists: each(data, ['artists', 0, 'likeArtists'], (like) => ({
          score: at(like, 'score'),
          artist: { name: title(like) },
          reasons: each(like, ['reasons'], (reason) => ({
            weight: at(reason, 'weight'),
            path: each(reason, ['path'], (id) => ({ node: { id } })),
          })),
        })),
      },
    }),
  },
  comparable: (data) => each(data, ['artist', 'similarArtists'], comparableLikeness),
};

/** Equally strong reasons are in no order; where some were left out, which of them is open too. */
function comparableLikeness(like: Json): Json {
  const reasons = at(like, 'reasons');
  if (!Array.isArray(reasons)) return like;
  const each =
    reasons.length < kept
      ? reasons.map((reason) => JSON.stringify([at(reason, 'weight'), at(reason, 'path')])).sort()
      : reasons.map((reason) => at(reason, 'weight'));
  return { score: at(like, 'score'), artist: at(like, 'artist'), reasons: each };
}
