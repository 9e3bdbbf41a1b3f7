import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import type { Caller } from '../src/graph/caller.js';
import { createServer } from '../src/server.js';
import { testAddress, testDriver } from './support/database.js';
import { executor } from './support/execute.js';

const ask = await executor();
const driver = await testDriver();

const resolve = 'query Resolve($names: [NameInput!]!) { resolve(names: $names) { input status candidates { node { id } } } }';
const refusal = (message: string) => ({
  data: null,
  errors: [expect.objectContaining({ message, extensions: { code: 'BAD_USER_INPUT' } })],
  statements: [],
});

describe('is refused with the sentence that says why, and nothing is sent', () => {
  test.each([
    ['an empty name', [{ text: 'KICK BACK' }, { text: '' }], 'names[1].text must have between 1 and 200 characters, but got none. Give a name.'],
    ['a name of spaces', [{ text: '　 ' }], 'names[0].text must have between 1 and 200 characters, but got none. Give a name.'],
    ['a name that is too long', [{ text: 'あ'.repeat(201) }], 'names[0].text must have between 1 and 200 characters, but got 201. Give a name.'],
    [
      'an artist without a name',
      [{ text: 'Lemon', artist: ' ' }],
      'names[0].artist must have between 1 and 200 characters, but got none. Give a name.',
    ],
    [
      'a work that is too long',
      [{ text: 'Lemon', work: 'x'.repeat(300) }],
      'names[0].work must have between 1 and 200 characters, but got 300. Give a name.',
    ],
    [
      'romaji without a letter',
      [{ text: 'Lemon', romaji: '' }],
      'names[0].romaji must have between 1 and 200 characters, but got none. Give a name.',
    ],
    [
      'more than 500 names',
      Array.from({ length: 501 }, () => ({ text: 'Lemon' })),
      'At most 500 names are resolved at once, but got 501. Ask for the rest in a second operation.',
    ],
  ])('%s', async (_, names, message) => {
    expect(await ask(resolve, { names })).toEqual(refusal(message));
  });

  test.each([
    ['', 'text must have between 1 and 200 characters, but got none. Give a name.'],
    ['x'.repeat(201), 'text must have between 1 and 200 characters, but got 201. Give a name.'],
  ])('how nothing, or too much, is read: %#', async (text, message) => {
    expect(await ask('query Explain($text: String!) { explainName(text: $text) { base } }', { text })).toEqual(refusal(message));
  });
});

test('500 names are resolved at once', async () => {
  const { data, errors } = await ask(resolve, { names: Array.from({ length: 500 }, () => ({ text: 'KICK BACK', kind: 'SONG' })) });
  expect(errors).toEqual([]);
  expect(data?.['resolve']).toHaveLength(500);
});

const texts = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'+-&|!(){}[]^"~*?:\\/ 鬼めkK2期第Ⅱー・'), minLength: 1, maxLength: 20 }),
  fc.constantFrom('AND', 'OR NOT', '[a TO b]', 'keys:*', '*:*', '第期', '2期', 'feat.', '(株)', '劇場版', 'Season', '　鬼', '鬼'.repeat(200)),
);

test('any text is a name, to be resolved and to be explained', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        texts.filter((text) => text.trim() !== ''),
        { minLength: 1, maxLength: 20 },
      ),
      async (names) => {
        const { data, errors } = await ask(
          `query Any($names: [NameInput!]!, $text: String!) { resolve(names: $names) { input status } explainName(text: $text) { text readings { kana } keys { key } } }`,
          { names: names.map((text) => ({ text })), text: names[0] },
        );
        expect({ names, errors }).toEqual({ names, errors: [] });
        expect((data?.['resolve'] as readonly { input: string }[]).map(({ input }) => input)).toEqual(names);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test('who hangs up stops it: no further statement is sent', async () => {
  let sent = 0;
  let hangUp = () => {};
  const acts: (() => void)[] = [];
  const server = await createServer({
    driver,
    database: testAddress().database,
    logger: pino({ level: 'silent' }),
    onStatement: () => {
      sent += 1;
      setImmediate(hangUp);
    },
  });
  const caller: Caller = { gone: false, whenGone: (act) => acts.push(act) };
  hangUp = () => {
    for (const act of acts) act();
  };
  const names = Array.from({ length: 40 }, (_, place) => ({ text: `demon slaye ${'x'.repeat(place)}` }));
  const { body } = await server.apollo.executeOperation({ query: resolve, variables: { names } }, { contextValue: server.contextFor(caller) });
  expect(sent).toBe(1);
  expect(body).toMatchObject({ singleResult: { errors: [expect.anything()] } });
});
