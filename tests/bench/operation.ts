import type { Chance } from './chance.js';
import type { Json } from './json.js';
import type { Statement } from './statement.js';
import type { World } from './world.js';

export type Variables = Readonly<Record<string, string | number>>;

/** One of the questions that are measured, in the words of each way to answer it. */
export interface Operation {
  /** Its name in the table: Q1 … Q8. */
  readonly name: string;
  readonly title: string;
  /** In this product's schema. */
  readonly document: string;
  readonly variables: (world: World, chance: Chance) => Variables;
  readonly raw: Statement;
  readonly neo4jGraphql: Translation;
  /** What two answers must have in common where the question leaves something open; else everything. */
  readonly comparable?: (data: Json) => Json;
}

/** An operation in another schema. */
export interface Translation {
  readonly document: string;
  readonly variables?: (variables: Variables) => Variables;
  /** Its answer in the shape of ours; only for the comparison, never while measuring. */
  readonly shape: (data: Json) => Json;
}
