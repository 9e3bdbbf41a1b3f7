import { type Edge, maybe } from './declare.js';
import { NODE_NAMES } from './ids.js';

/** By its own key, or by an id elsewhere (externalKey). */
export type FindBy = 'key' | 'externalId';

export const findEdge = (type: string, findBy: FindBy) => `${type} by ${findBy}`;

/** Where the other site has one id for several seasons, the earliest is meant. */
const byExternalId = (type: string) =>
  `MATCH (:ExternalId {key: $key})<-[:IDENTIFIED_BY]-(@that:${type}) WITH @that ORDER BY coalesce(@that.start, '9999'), @that.id LIMIT 1`;

/** How records are found: edges of the record that every question starts from. `finds` tells the Cypher by type. */
export function findEdges(finds: Readonly<Record<string, string>>): Readonly<Record<string, Edge>> {
  const found = (type: string, findBy: FindBy, match: string): [string, Edge] => [findEdge(type, findBy), maybe(type, match, ({ key }) => ({ key }))];
  return Object.fromEntries([
    ...Object.entries(finds).map(([type, match]) => found(type, 'key', match)),
    ...NODE_NAMES.map((type) => found(type, 'externalId', byExternalId(type))),
  ]);
}
