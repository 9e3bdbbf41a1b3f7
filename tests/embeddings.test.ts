import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { readEnv } from '../src/env.js';
import { executor } from './support/execute.js';

/**
 * A small service that speaks the protocol: texts are near one another as far as they have pairs of letters in common, which is true of words in all
 * languages, if only a little.
 */
const dimensions = 2_000;
let broken = false;
let asked = 0;
let authorized: string | undefined;

function vectorOf(text: string): readonly number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (let at = 0; at + 1 < text.length; at += 1) {
    const place = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}

interface Found {
  readonly score: number;
  readonly node: { readonly id: string };
  readonly reasons: readonly { readonly kind: string; readonly weight: number; readonly text: string; readonly english: string }[];
}

const document = `query ($text: String) { match(text: $text, kinds: [SONG], first: 5) {
  score node { id } reasons { kind weight text(lang: "ja") english: text } } }`;

const service = createHttpServer((request, response) => {
  asked += 1;
  authorized = request.headers.authorization;
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { input, model } = JSON.parse(Buffer.concat(chunks).toString()) as { input: readonly string[]; model: string };
    if (broken || model !== 'letters') return response.writeHead(500).end('no such model');
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })).reverse();
    return response.end(JSON.stringify({ object: 'list', data, model }));
  });
});
afterAll(() => void service.close());
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;

const logged: string[] = [];
const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
const execute = await executor('compiled', logger, { url, model: 'letters', key: 'secret' });

async function ask(text: string): Promise<readonly Found[]> {
  const { data, errors } = await execute(document, { text });
  expect(errors).toEqual([]);
  return data?.['match'] as readonly Found[];
}

beforeAll(() => ask(''), 120_000);

/** Says nothing in words of the taxonomy. */
const text = 'Balladic.';

describe('a language model, where one is set up', () => {
  test('finds terms that no word of the text says, and is named as what says so', async () => {
    const plain = await ask('');
    expect(plain).toEqual([]);
    const found = await ask(text);
    expect(found.length).toBeGreaterThan(0);
    const reasons = found.flatMap((each) => each.reasons);
    expect(new Set(reasons.map(({ kind }) => kind))).toEqual(new Set(['NEAR_IN_MEANING']));
    expect(reasons[0]?.text).toContain('言語モデル（letters）によれば');
    expect(reasons[0]?.english).toContain('By the language model letters');
    for (const { score, reasons: own } of found) expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 9);
    expect(authorized).toBe('Bearer secret');
  });

  test('is not asked again for the same text', async () => {
    const found = await ask(text);
    const before = asked;
    expect(await ask(text)).toEqual(found);
    expect(asked).toBe(before);
  });

  test('adds to what the text says itself, and does not say it again', async () => {
    const found = await ask('切ないバラード');
    const kinds = new Set(found.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)));
    expect(kinds).toContain('SAID_IN_TEXT');
  });

  test('that fails leaves the answer to the words of the text, which is logged, and is left alone for a while', async () => {
    broken = true;
    logged.length = 0;
    const found = await ask('懐かしいバラード、夏の夕暮れ');
    expect(found.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).not.toContain('NEAR_IN_MEANING');
    expect(found.length).toBeGreaterThan(0);
    expect(logged.join()).toContain('Texts are matched without the embedding service');
    expect(logged.join()).toContain('answered 500');
    const before = asked;
    await ask('静かな夜');
    expect(asked).toBe(before);
    broken = false;
  });
});

test('a service without a model, or a model without a service, is refused at the start', () => {
  expect(() => readEnv({ MUSUBI_EMBEDDINGS_URL: 'http://localhost:11434/v1' })).toThrow('are given together');
  expect(() => readEnv({ MUSUBI_EMBEDDINGS_MODEL: 'letters' })).toThrow('are given together');
  expect(() => readEnv({ MUSUBI_EMBEDDINGS_URL: 'there', MUSUBI_EMBEDDINGS_MODEL: 'letters' })).toThrow('it must be an address');
});
