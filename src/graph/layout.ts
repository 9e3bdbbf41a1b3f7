import type { Edge } from './declare.js';
import { edgeNamed, typeNamed } from './records.js';
import type { Use, Wanted } from './use.js';

/**
 * How records stand in an answer: as lists, for names would be sent again with every record. A record is its fields, then
 * what is used of it; a row of a list is its record, what else it says, and its place in the order. Compiler and decoder go by this.
 */
export function fieldsOf(type: string, { fields }: Wanted): readonly string[] {
  const all = Object.keys(typeNamed(type).model.shape);
  return fields ? all.filter((name) => fields.includes(name)) : all;
}

export interface Saying {
  readonly fields: readonly string[];
  readonly cursor: boolean;
}

/** What the rows of a use say beyond their records. */
export function sayingOf(edge: Edge, { said }: Use): Saying {
  const all = Object.keys(edge.row);
  return {
    fields: said ? all.filter((name) => said.includes(name)) : all,
    cursor: edge.take === 'page' && (said === undefined || said.includes('cursor')),
  };
}

export const nothingSaid = ({ fields, cursor }: Saying) => fields.length === 0 && !cursor;

/** The one type that a use leads to; undefined where it may be several. */
export function onlyType(type: string, use: Use): string | undefined {
  const { to } = edgeNamed(type, use.edge);
  return to.length === 1 ? to[0] : undefined;
}

export const nothing: Wanted = { uses: [] };
