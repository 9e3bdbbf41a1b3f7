import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startForTest } from './support/server.js';

let server: Awaited<ReturnType<typeof startForTest>>;

beforeAll(async () => {
  server = await startForTest();
});
afterAll(() => server.stop());

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Got> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { date, ...kept } = Object.fromEntries(response.headers);
  return { status: response.status, headers: kept, body: await response.text() };
}

/** How many requests were answered without the GraphQL server. */
async function answeredDirectly(): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^musubi_request_seconds_count\{answered="direct"\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
}

const query = `query Work($value: String!, $few: Int = 3, $voices: Boolean = true) {
  work(externalId: { site: MAL, value: $value }) {
    __typename id title { original text(lang: "en") kana } medium format start { iso year } season
    openings: tieUps(first: $few, where: { kind: { in: [OPENING] } }) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { kind sequence episodes { first last } song { title { original } } } } }
    characters(first: $few) { edges { role node { name { original } gender } voices @include(if: $voices) { language artist { name { original } } } } }
    relatedWorks(first: 2) { score reasons { weight text(lang: "ja") path { node { id __typename ... on Song { title { original } } } } } work { ...Named } }
    externalIds { site value url } provenance { field source { key licence } }
  }
  found: search(query: "鬼滅", first: 2) { nodes { __typename ... on Work { ...Named } ... on Song { id title { original } } } }
}
fragment Named on Work { title { original romaji } }`;
const ask = (value: string) => post({ query, variables: { value } });

/** A document is answered directly once it has been answered more than twenty times. */
async function heat(value: string): Promise<Got> {
  const first = await ask(value);
  for (let use = 1; use <= 20; use += 1) await ask(value);
  return first;
}

describe('a document that is asked very often is answered directly', () => {
  let first: Got;

  beforeAll(async () => {
    first = await heat('44511');
  });

  test('with the same status, headers and body, to the byte', async () => {
    const before = await answeredDirectly();
    const direct = await ask('44511');
    expect(direct).toEqual(first);
    expect(first.status).toBe(200);
    expect(JSON.parse(first.body)).toMatchObject({ data: { work: { title: { original: 'チェンソーマン' } } } });
    expect(await answeredDirectly()).toBe(before + 1);
  });

  test('for other variables with other answers, as the server gives them', async () => {
    const values = ['38000', '40748', '16498', '1', 'none'];
    const direct = await Promise.all(values.map(ask));
    // Another operation name makes it a document that the server hasn't seen.
    const byServer = await Promise.all(values.map((value) => post({ query: query.replace('query Work', 'query Other'), variables: { value } })));
    expect(direct.map(({ body }) => body)).toEqual(byServer.map(({ body }) => body));
    expect(new Set(direct.map(({ body }) => body)).size).toBe(5);
  });

  test('for variables that change the shape', async () => {
    const variables = { value: '44511', few: 1, voices: false };
    const direct = await post({ query, variables });
    const byServer = await post({ query: query.replace('query Work', 'query Shape'), variables });
    expect(direct.body).toBe(byServer.body);
    expect(direct.body).not.toContain('voices');
  });

  test('what a caller does wrong is told by the server, and harms nobody else', async () => {
    const wrong = [{ value: 44511 }, {}, { value: '44511', few: 500 }, { value: '44511', few: 0 }];
    const answers = await Promise.all(wrong.map((variables) => post({ query, variables })));
    const byServer = await Promise.all(wrong.map((variables) => post({ query: query.replace('query Work', 'query Wrong'), variables })));
    expect(answers).toEqual(byServer);
    expect(answers.every(({ body }) => body.includes('"errors"'))).toBe(true);
    const before = await answeredDirectly();
    expect(await ask('44511')).toEqual(first);
    expect(await answeredDirectly()).toBe(before + 1);
  });

  test('who wants another media type gets it from the server', async () => {
    const before = await answeredDirectly();
    const { headers, body } = await post({ query, variables: { value: '44511' } }, { accept: 'application/graphql-response+json' });
    expect(headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
    expect(body).toBe(first.body);
    expect(await answeredDirectly()).toBe(before);
  });

  test('two thousand other documents in a row do not push it out', async () => {
    for (let document = 0; document < 2_000; document += 1) {
      const { body } = await post({ query: `query N${document} { sources { k${document}: key } }` });
      if (body.includes('errors')) throw new Error(body);
    }
    const before = await answeredDirectly();
    expect(await ask('44511')).toEqual(first);
    expect(await answeredDirectly()).toBe(before + 1);
  }, 120_000);
});

test('a document that is too costly with some variables is refused with those, hot or not', async () => {
  const costly = 'query ($n: Int!) { works(first: $n) { nodes { relatedWorks(first: 50) { work { relatedWorks(first: 50) { work { id } } } } } } }';
  for (let use = 0; use <= 20; use += 1) await post({ query: costly, variables: { n: 1 } });
  const { status, body } = await post({ query: costly, variables: { n: 100 } });
  expect({ status, code: JSON.parse(body).errors[0].extensions.code }).toEqual({ status: 400, code: 'OPERATION_TOO_COSTLY' });
});

test('what is computed is answered directly too, alone and beside what is read', async () => {
  const shown = 'score node { __typename id ... on Song { title { text } } } reasons { kind weight text(lang: "ja") path { node { id } } }';
  const alone = `query Alone($text: String!, $first: Int = 3) { match(text: $text, kinds: [SONG], first: $first) { ${shown} } readText(text: $text) { intensity isDenied words factor { id } } }`;
  const beside = `query Beside($text: String!) { work(externalId: { site: MAL, value: "44511" }) { title { original } } fits: match(text: $text, first: 2) { ${shown} } }`;
  const texts = ['とても悲しい、静かな曲', 'A bright song, not sad.', ''];
  for (const document of [alone, beside]) {
    const bodies = texts.map((text) => ({ query: document, variables: { text } }));
    const byServer = await Promise.all(bodies.map((body) => post(body)));
    for (let use = 0; use <= 20; use += 1) await post(bodies[0]);
    const before = await answeredDirectly();
    expect(await Promise.all(bodies.map((body) => post(body)))).toEqual(byServer);
    expect(await answeredDirectly()).toBe(before + texts.length);
    const wrong = await post({ query: document, variables: { text: 'a'.repeat(20_001) } });
    expect(JSON.parse(wrong.body).errors[0].message).toContain('at most 20000 characters');
  }
  const tooMany = await post({ query: alone, variables: { text: '悲しい', first: 51 } });
  expect(JSON.parse(tooMany.body).errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

test('what is computed but has to be read further is left to the server', async () => {
  const query =
    '{ match(text: "悲しい", kinds: [SONG], first: 2) { node { ... on Song { artists { role } } } } work(externalId: { site: MAL, value: "44511" }) { id } }';
  const first = await post({ query });
  expect(JSON.parse(first.body).errors).toBeUndefined();
  for (let use = 0; use <= 25; use += 1) expect((await post({ query })).body).toBe(first.body);
});
