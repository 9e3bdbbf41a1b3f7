import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDriver } from './support/database.js';
import { startForTest } from './support/server.js';

const driver = await testDriver();
let server: Awaited<ReturnType<typeof startForTest>>;

beforeAll(async () => {
  server = await startForTest();
});
afterAll(() => server.stop());

/** Everything that the database does now, but for this question itself. */
async function running(): Promise<readonly string[]> {
  const { records } = await driver.executeQuery('SHOW TRANSACTIONS YIELD currentQuery', {}, { database: 'neo4j' });
  return records.map((record) => String(record.get('currentQuery'))).filter((query) => query.startsWith('UNWIND $asks'));
}

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    if (await holds()) return true;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  return holds();
}

/** Asks, and gives the means to hang up. */
function ask(query: string): { readonly hangUp: () => void; readonly answer: Promise<string> } {
  const asking = request(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } });
  const answer = new Promise<string>((resolve) => {
    asking.on('response', (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    asking.on('error', (error) => resolve(error.message));
  });
  asking.end(JSON.stringify({ query }));
  return { hangUp: () => asking.destroy(), answer };
}

/** Takes the database seconds: every work is compared by what its tie-ups' songs are. */
const slow = (medium: string) =>
  `{ works(where: { OR: [${Array.from({ length: 6 }, (_, index) => `{ tieUps: { some: { artist: { songs: { some: { tieUps: { some: { work: { medium: { in: [${medium}] }, year: { from: ${1900 + index}, to: ${1900 + index} } } } } } } } } } }`).join(', ')}] }) { totalCount } }`;

let whole = 0;

test('who hangs up does not stop the statement of another who shares it', async () => {
  const start = Date.now();
  const [one, other] = [ask(slow('ANIME')), ask(slow('ANIME'))];
  expect(await until(async () => (await running()).length === 1)).toBe(true);
  one.hangUp();
  expect(JSON.parse(await other.answer)).toEqual({ data: { works: { totalCount: expect.any(Number) } } });
  whole = Date.now() - start;
}, 60_000);

test('the statement of one who hangs up is stopped', async () => {
  const { hangUp } = ask(slow('ANIME'));
  expect(await until(async () => (await running()).length === 1)).toBe(true);
  const start = Date.now();
  hangUp();
  expect(await until(async () => (await running()).length === 0)).toBe(true);
  expect(Date.now() - start).toBeLessThan(whole / 3);
}, 60_000);
