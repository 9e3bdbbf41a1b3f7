import { type Edge, maybe } from './declare.js';
import { NODE_NAMES } from './ids.js';

/** By its own key, or by an id elsewhere (externalKey). */
export type FindBy = 'key' | 'externalId';

/** Where the other site has one id for several seasons, the earliest is meant. */
export const byExternalId = (type: string, variable: string, key: string) =>
  `MATCH (:ExternalId {key: ${key}})<-[:IDENTIFIED_BY]-(${variable}:${type}) WITH ${variable} ORDER BY coalesce(${variable}.start, '9999'), ${variable}.id LIMIT 1`;

export const findEdge = (type: string, findBy: FindBy) => `${type} by ${findBy}`;

/** Finding a record as an edge of the record that every question starts from: for operations that ask several things at once. */
export const findEdges: Readonly<Record<string, Edge>> = Object.fromEntries(
  NODE_NAMES.flatMap((type) => [
    [findEdge(type, 'key'), maybe(type, `MATCH (@that:${type} {id: $key})`, ({ key }) => ({ key }))],
    [findEdge(type, 'externalId'), maybe(type, byExternalId(type, '@that', '$key'), ({ key }) => ({ key }))],
  ]),
);
