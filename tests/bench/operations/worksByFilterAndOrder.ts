import { at, each } from '../json.js';
import type { Operation } from '../operation.js';
import { yearsOf } from '../world.js';
import { title } from './titles.js';
import { yearParameters } from './yearParameters.js';

export const worksByFilterAndOrder: Operation = {
  name: 'Q8',
  title: 'a page of works by filter and order',
  document: `query ($from: Int!, $to: Int!) {
    works(first: 20, where: {medium: {in: [ANIME]}, year: {from: $from, to: $to}}, orderBy: [{field: START, direction: DESC}]) {
      pageInfo { hasNextPage } nodes { title { original } start { iso } format } } }`,
  variables: (_world, chance) => ({ ...yearsOf(chance) }),
  // One more than is shown tells whether there is a next page.
  raw: {
    text: `CALL () { MATCH (work:Work) WHERE work.orderStart >= $start AND work.orderStart < $end AND work.medium IN ['ANIME']
  WITH work ORDER BY work.orderStart DESC, work.id LIMIT 21
  RETURN collect({title: {original: work.original}, start: {iso: work.start}, format: work.format}) AS works }
RETURN {works: {pageInfo: {hasNextPage: size(works) > 20}, nodes: works[..20]}} AS data`,
    parameters: yearParameters,
  },
  neo4jGraphql: {
    document: `query ($start: String!, $end: String!) {
      worksConnection(first: 20, where: {medium: {in: ["ANIME"]}, orderStart: {gte: $start, lt: $end}}, sort: [{orderStart: DESC}, {id: ASC}]) {
        pageInfo { hasNextPage } edges { node { original start format } } } }`,
    variables: yearParameters,
    shape: (data) => ({
      works: {
        pageInfo: { hasNextPage: at(data, 'worksConnection', 'pageInfo', 'hasNextPage') },
        nodes: each(data, ['worksConnection', 'edges'], (edge) => ({
          title: title(at(edge, 'node')),
          start: { iso: at(edge, 'node', 'start') },
          format: at(edge, 'node', 'format'),
        })),
      },
    }),
  },
};
