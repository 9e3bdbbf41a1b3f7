import { z } from 'zod';
import { withIntegers } from '../integers.js';
import type { Properties } from '../properties.js';

/** Properties with the names of those that are floating point: JSON and JavaScript don't tell 1.0 from 1, the graph does. */
export const typedModel = z.object({
  properties: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly(), z.array(z.number()).readonly(), z.null()]),
  ),
  floats: z.array(z.string()).readonly(),
});

/** What of `of` is read to write it down again exactly. */
export const readTyped = (of: string) =>
  `properties(${of}) AS properties, [name IN keys(${of}) WHERE valueType(${of}[name]) CONTAINS 'FLOAT' | name] AS floats`;

/** As parameters that keep whole floating-point numbers what they are. */
export function asParameters({
  properties,
  floats,
}: {
  readonly properties: Properties;
  readonly floats: readonly string[];
}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, floats.includes(name) ? value : withIntegers(value)]));
}
