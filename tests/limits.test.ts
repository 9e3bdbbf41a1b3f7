import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startForTest } from './support/server.js';

let url = '';
let stop = async () => {};

beforeAll(async () => {
  ({ url, stop } = await startForTest());
});
afterAll(() => stop());

async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  return send(JSON.stringify({ query, variables }));
}

async function send(body: string, headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' }) {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const { errors, data } = JSON.parse(await response.text());
  const [error] = errors ?? [];
  return { status: response.status, code: error?.extensions?.code, message: error?.message, data };
}

describe('wrong arguments are told with the rule, the value and the way out', () => {
  test('first above its bound', async () => {
    const answer = await ask('{ works(first: 500) { totalCount } }');
    expect(answer).toEqual({
      status: 200,
      code: 'BAD_USER_INPUT',
      message: 'first must be between 1 and 100, but got 500. Ask for the rest with after: endCursor.',
      data: null,
    });
  });

  test('first below its bound, in a variable', async () => {
    const answer = await ask('query ($n: Int) { works(first: $n) { totalCount } }', { n: 0 });
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', message: 'first must be between 1 and 100, but got 0.' });
  });

  test('more related works than are ranked', async () => {
    const answer = await ask('{ work(externalId: { site: MAL, value: "44511" }) { relatedWorks(first: 51) { score } } }');
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', message: 'first must be between 1 and 50, but got 51.' });
  });

  test('an id that is none', async () => {
    const answer = await ask('{ node(id: "44511") { id } }');
    expect(answer.code).toBe('BAD_USER_INPUT');
    expect(answer.message).toMatch(/^An id looks like wrk_.* but got "44511"\. .*externalId\.$/);
  });

  test('an id of another kind', async () => {
    const answer = await ask('{ song(id: "wrk_1a2b3c4d5e6f7g") { id } }');
    expect(answer).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'The id of a Song begins with sng_, but got "wrk_1a2b3c4d5e6f7g". node(id:) takes ids of any kind.',
    });
  });

  test('two ids, or none', async () => {
    const both = await ask('{ work(id: "wrk_1a2b3c4d5e6f7g", externalId: { site: MAL, value: "1" }) { id } }');
    const neither = await ask('{ work { id } }');
    expect(both).toMatchObject({ code: 'BAD_USER_INPUT', message: 'Give exactly one of id and externalId, but got both.' });
    expect(neither).toMatchObject({ code: 'BAD_USER_INPUT', message: 'Give exactly one of id and externalId, but got neither.' });
  });

  test('a site that is not known', async () => {
    const answer = await ask('{ work(externalId: { site: MYANIMELIST, value: "1" }) { id } }');
    expect(answer).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(answer.message).toContain('"ExternalSite"');
  });

  test('a cursor of another list', async () => {
    const answer = await ask('{ works(after: "bm90IGEgY3Vyc29y") { nodes { id } } }');
    expect(answer.code).toBe('BAD_USER_INPUT');
    expect(answer.message).toMatch(/^after must be the endCursor of a page of the same list in the same order, but got "bm90IGEgY3Vyc29y"\./);
  });

  test('a search for nothing, and for too much', async () => {
    const nothing = await ask('{ search(query: "  ") { totalCount } }');
    const much = await ask('query ($q: String!) { search(query: $q) { totalCount } }', { q: 'a '.repeat(3000) });
    expect(nothing).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'query must have between 1 and 200 characters, but got none. Give a name or a part of one.',
    });
    expect(much).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'query must have between 1 and 200 characters, but got 6000. Give a name or a part of one.',
    });
  });

  test('signs that mean something to the index are only signs', async () => {
    for (const q of ['a*b"(', '☆', '+-&&||!(){}[]^"~*?:\\/', 'AND OR NOT', '*'])
      expect(await ask('query ($q: String!) { search(query: $q) { totalCount } }', { q })).toMatchObject({ status: 200, code: undefined });
  });

  test('more than a hundred ids at once', async () => {
    const answer = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 101 }, (_, index) => `wrk_${index}`) });
    expect(answer).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'The number of ids must be between 1 and 100, but got 101. Ask for the rest in a second operation.',
    });
  });
});

describe('operations that would take too much are refused before anything of them is run', () => {
  test('too deep', async () => {
    const deep = `${'songs(first: 1) { nodes { works(first: 1) { nodes { '.repeat(5)} id ${'} } } } '.repeat(5)}`;
    const answer = await ask(`{ work(externalId: { site: MAL, value: "44511" }) { ${deep} } }`);
    expect(answer).toMatchObject({ status: 400, code: 'OPERATION_TOO_DEEP', data: undefined });
  });

  test('too costly, although the number stands in a variable', async () => {
    const query = 'query ($n: Int) { works(first: $n) { nodes { songs(first: $n) { nodes { works(first: $n) { nodes { id } } } } } } }';
    expect(await ask(query, { n: 100 })).toMatchObject({ status: 400, code: 'OPERATION_TOO_COSTLY', data: undefined });
    expect(await ask(query, { n: 2 })).toMatchObject({ status: 200, code: undefined });
  });

  test('too costly by many aliases', async () => {
    const aliases = Array.from({ length: 400 }, (_, index) => `a${index}: relatedWorks(first: 50) { work { id } }`).join(' ');
    expect(await ask(`{ work(externalId: { site: MAL, value: "44511" }) { ${aliases} } }`)).toMatchObject({
      status: 400,
      code: 'OPERATION_TOO_COSTLY',
    });
  });

  test('fragments that spread into one another many times over', async () => {
    const fragments = Array.from({ length: 20 }, (_, index) => `fragment F${index} on Work { ...F${index + 1} ...F${index + 1} }`).join(' ');
    const answer = await ask(`{ work(externalId: { site: MAL, value: "44511" }) { ...F0 } } ${fragments} fragment F20 on Work { id }`);
    expect(answer).toMatchObject({ status: 400, code: 'OPERATION_TOO_COSTLY' });
  });

  test('too many words', async () => {
    expect(await ask(`{ ${'sources { key } '.repeat(4000)} }`)).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
  });
});

describe("what is wrong before GraphQL is reached is told in GraphQL's form", () => {
  test('broken JSON', async () => {
    expect(await send('{"query": ')).toMatchObject({ status: 400, code: 'BAD_REQUEST', message: expect.stringContaining("can't be read as JSON") });
  });

  test('too large a body', async () => {
    expect(await send(JSON.stringify({ query: `{ ${' '.repeat(300_000)} sources { key } }` }))).toMatchObject({
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
  });

  test('another kind of content', async () => {
    expect(await send('<query/>', { 'content-type': 'application/xml' })).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test('another address', async () => {
    const response = await fetch(`${url}/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

test('health says that it lives and that the database answers', async () => {
  const answers = await Promise.all(['live', 'ready'].map(async (path) => (await fetch(`${url}/health/${path}`)).json()));
  expect(answers).toEqual([{ status: 'live' }, { status: 'ready' }]);
});
