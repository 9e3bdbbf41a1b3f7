import { below, oneOf } from '../chance.js';
import { at, each } from '../json.js';
import type { Operation } from '../operation.js';
import { kinds } from '../world.js';
import { searchCypher, searchParameters } from './searchCypher.js';

export const searchByName: Operation = {
  name: 'Q7',
  title: 'search by a name or the beginning of one',
  document: 'query ($query: String!) { search(query: $query, first: 10) { edges { score matchedName { text } node { id } } } }',
  variables: (world, chance) => {
    const name = [...world.nameOf(oneOf(chance, kinds), chance)];
    const length = chance() < 0.5 ? name.length : Math.min(name.length, 2 + below(chance, name.length));
    return { query: name.slice(0, length).join('') };
  },
  raw: {
    text: `${searchCypher(10)}
RETURN {search: {edges: collect({score: score, matchedName: {text: text}, node: {id: id}})}} AS data`,
    parameters: ({ query }) => searchParameters(String(query)),
  },
  neo4jGraphql: {
    document: `query ($text: String!, $labels: [String!]!, $part: [String!]!, $same: String!, $alike: String!, $beginning: String!, $holding: String!, $mistyped: String!, $mistypedWords: String!) {
      search(text: $text, labels: $labels, part: $part, same: $same, alike: $alike, beginning: $beginning, holding: $holding, mistyped: $mistyped, mistypedWords: $mistypedWords) { score text id } }`,
    variables: ({ query }) => searchParameters(String(query)),
    shape: (data) => ({
      search: {
        edges: each(data, ['search'], (found) => ({
          score: at(found, 'score'),
          matchedName: { text: at(found, 'text') },
          node: { id: at(found, 'id') },
        })),
      },
    }),
  },
};
