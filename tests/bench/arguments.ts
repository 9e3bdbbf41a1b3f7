import { type ParseArgsConfig, parseArgs } from 'node:util';
import { z } from 'zod';
import type { Size } from './graph.js';
import { operations } from './operations.js';
import { type PeerName, peerNames } from './peer.js';
import { mixName } from './workload.js';

export interface Arguments {
  readonly size: Size;
  readonly only: readonly string[];
  readonly peers: readonly PeerName[];
  readonly concurrencies: readonly number[];
  readonly seconds: number;
  readonly repetitions: number;
  /** How many different documents are asked in a row. */
  readonly documents: number;
  readonly json: boolean;
  readonly markdown: boolean;
  /** The result of an earlier run. */
  readonly compare: string | undefined;
  /** The address of a database to use instead of one of our own, as JSON. */
  readonly database: string | undefined;
}

/** An argument that can't be understood; told without a stack. */
export class BadArgument extends Error {}

const workloadNames = [...operations.map(({ name }) => name), mixName];

const options = {
  size: { type: 'string', default: 'L' },
  only: { type: 'string', default: workloadNames.join(',') },
  peers: { type: 'string', default: peerNames.join(',') },
  concurrency: { type: 'string', default: '1,16,64' },
  seconds: { type: 'string', default: '2' },
  repetitions: { type: 'string', default: '3' },
  documents: { type: 'string', default: '10000' },
  json: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
  compare: { type: 'string' },
  database: { type: 'string' },
} as const;

export function readArguments(given: readonly string[]): Arguments {
  const { values } = parsed(given, options);
  return {
    size: each('--size', values.size, ['S', 'L'])[0] ?? 'L',
    only: each('--only', values.only, workloadNames),
    peers: each('--peers', values.peers, peerNames),
    concurrencies: values.concurrency.split(',').map((text) => number('--concurrency', text, 1, 1000)),
    seconds: number('--seconds', values.seconds, 0.1, 60),
    repetitions: number('--repetitions', values.repetitions, 1, 100),
    documents: number('--documents', values.documents, 0, 1_000_000),
    json: values.json,
    markdown: values.markdown,
    compare: values.compare,
    database: values.database,
  };
}

export function parsed<const Taken extends NonNullable<ParseArgsConfig['options']>>(given: readonly string[], taken: Taken) {
  try {
    return parseArgs({ args: [...given], options: taken });
  } catch (error) {
    throw new BadArgument(`The bench takes --${Object.keys(taken).join(', --')}, but: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function each<Value extends string>(name: string, text: string, known: readonly Value[]): readonly Value[] {
  return text.split(',').map((part) => {
    const value = known.find((other) => other === part);
    if (value === undefined)
      throw new BadArgument(`${name} takes ${known.join(', ')}, several with commas between them, but got ${JSON.stringify(part)}.`);
    return value;
  });
}

export function number(name: string, text: string, least: number, most: number): number {
  const read = z.coerce.number().min(least).max(most).safeParse(text);
  if (read.success) return read.data;
  throw new BadArgument(`${name} takes a number from ${least} to ${most}, but got ${JSON.stringify(text)}.`);
}
