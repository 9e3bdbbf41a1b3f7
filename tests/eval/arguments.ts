import { type ParseArgsConfig, parseArgs } from 'node:util';
import { z } from 'zod';

export interface Arguments {
  /** The sets by their names; undefined for all. */
  readonly sets: readonly string[] | undefined;
  /** How many names of a set are asked at most. */
  readonly size: number;
  /** Where everything goes as JSON, each name with its answer. */
  readonly json: string | undefined;
  readonly markdown: boolean;
  /** Learn the weights anew instead of asking. */
  readonly fit: boolean;
}

/** An argument that can't be understood; told without a stack. */
export class BadArgument extends Error {}

const options = {
  sets: { type: 'string' },
  size: { type: 'string', default: '3000' },
  json: { type: 'string' },
  markdown: { type: 'boolean', default: false },
  fit: { type: 'boolean', default: false },
} as const;

export function readArguments(given: readonly string[]): Arguments {
  const { sets, size, json, markdown, fit } = parsed(given, options).values;
  return { sets: sets?.split(','), size: number(size), json, markdown, fit };
}

export function parsed<const Taken extends NonNullable<ParseArgsConfig['options']>>(given: readonly string[], taken: Taken) {
  try {
    return parseArgs({ args: [...given], options: taken });
  } catch (error) {
    throw new BadArgument(
      `The evaluation takes --${Object.keys(taken).join(', --')}, but: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function number(text: string): number {
  const read = z.coerce.number().int().min(1).safeParse(text);
  if (read.success) return read.data;
  throw new BadArgument(`--size takes a whole number from 1, but got ${JSON.stringify(text)}.`);
}

/** Those of the sets that are asked for; all if none is. */
export function chosen(sets: readonly string[], asked: readonly string[] | undefined): readonly string[] {
  const unknown = asked?.find((name) => !sets.includes(name));
  if (unknown !== undefined)
    throw new BadArgument(`--sets takes ${sets.join(', ')}, several with commas between them, but got ${JSON.stringify(unknown)}.`);
  return asked ?? sets;
}
