import { z } from 'zod';
import { BadArgument, parsed } from '../arguments.js';

export interface Arguments {
  /** How many questions of a task are asked at most of each tenth. */
  readonly size: number;
  readonly seed: number;
  /** Which tenths of the facts are hidden, one after the other, each in a graph of its own. */
  readonly tenths: readonly number[];
  /** Where every outcome goes as JSON. */
  readonly json: string | undefined;
  readonly markdown: boolean;
}

const options = {
  size: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
  tenths: { type: 'string', default: '5,6,7,8,9' },
  json: { type: 'string' },
  markdown: { type: 'boolean', default: false },
} as const;

export function readArguments(given: readonly string[]): Arguments {
  const { size, seed, tenths, json, markdown } = parsed(given, options).values;
  return {
    size: whole('--size', size, 1, 100_000),
    seed: whole('--seed', seed, 0, 1_000_000),
    tenths: tenths.split(',').map((text) => whole('--tenths', text, 0, 9)),
    json,
    markdown,
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const read = z.coerce.number().int().min(least).max(most).safeParse(text);
  if (read.success) return read.data;
  throw new BadArgument(`${name} takes whole numbers from ${least} to ${most}, but got ${JSON.stringify(text)}.`);
}
