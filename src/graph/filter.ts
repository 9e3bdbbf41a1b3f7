import { z } from 'zod';

/**
 * What `where` can ask of a type: each condition by its name in the API, with the Cypher it comes to. The text depends
 * only on which conditions are given, never on their values, so that few statements have to be planned.
 */
export type Filter = Readonly<Record<string, Condition>>;
export type Condition = (value: unknown, within: FilterScope) => string;

export interface FilterScope {
  /** Cypher with its `@names` made unique; `@this` is the thing that is filtered. */
  readonly cypher: (text: string) => string;
  /** A parameter holding the value. */
  readonly parameter: (value: unknown) => string;
  /** The conditions of another type's filter on one of this text's variables. */
  readonly where: (type: string, value: unknown, on: string) => string;
}

const anyOf = z.object({ in: z.array(z.unknown()) });
const years = z.object({ from: z.int().nullish(), to: z.int().nullish() });
const some = z.object({ some: z.unknown() });

/** `{in: [...]}` of an expression. */
export const among =
  (expression: string): Condition =>
  (value, { cypher, parameter }) =>
    `${cypher(expression)} IN ${parameter(anyOf.parse(value).in)}`;

/** `{in: [...]}` where the pattern leads to `@that`, of a field of it. */
export const leadsTo =
  (pattern: string, field = 'id'): Condition =>
  (value, { cypher, parameter }) =>
    `EXISTS { MATCH ${cypher(pattern)} WHERE ${cypher(`@that.${field}`)} IN ${parameter(anyOf.parse(value).in)} }`;

/** `{from, to}` of a shortened ISO date; dates without a year never fit. */
export const inYears =
  (expression: string): Condition =>
  (value, { cypher, parameter }) => {
    const { from, to } = years.parse(value);
    const first = parameter(from == null ? '0' : String(from).padStart(4, '0'));
    const end = parameter(to == null ? ':' : String(to + 1).padStart(4, '0'));
    return `${cypher(expression)} >= ${first} AND ${cypher(expression)} < ${end}`;
  };

/** `{some: …}`: at least one of what the pattern leads to fits that type's filter. */
export const someOf =
  (type: string, pattern: string): Condition =>
  (value, within) =>
    thatFits(type, pattern)(some.parse(value).some, within);

/** What the pattern leads to fits that type's filter. */
export const thatFits =
  (type: string, pattern: string): Condition =>
  (value, { cypher, where }) =>
    `EXISTS { MATCH ${cypher(pattern)} WHERE ${where(type, value, cypher('@that'))} }`;

/** True or false of an expression. */
export const holds =
  (expression: string): Condition =>
  (value, { cypher, parameter }) =>
    `(${cypher(expression)}) = ${parameter(z.boolean().parse(value))}`;

/** One of the sources that state the thing's own fields. */
export const statedBySource: Condition = (value, { cypher, parameter }) =>
  `any(@stated IN @this.statedBy WHERE split(@stated, '=')[1] IN ${parameter(anyOf.parse(value).in)})`.replace(/@\w+/g, cypher);
