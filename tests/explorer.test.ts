import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser, Page, Request } from 'playwright-core';
import { readExamples } from '../src/explorer/examples.js';
import { launchBrowser } from './support/browser.js';
import { startForTest } from './support/server.js';

jest.setTimeout(60_000);

const screenshots = join(tmpdir(), 'musubi-explorer');
const examples = readExamples().map(({ title, query }) => ({ title, operation: /^query (\w+)/m.exec(query)?.[1] ?? '' }));

let server: Awaited<ReturnType<typeof startForTest>>;
let browser: Browser;
let page: Page;
let requests: string[];
let complaints: string[];

beforeAll(async () => {
  server = await startForTest();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  requests = [];
  complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
});

afterEach(async () => {
  const name = expect.getState().currentTestName?.replaceAll(/\W+/g, '-');
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
  await page.close();
});

const tab = (name: string) => page.getByRole('button', { name, exact: true });
const shown = (text: string) => page.locator('.result-window').getByText(text).first();

const isIntrospection = (request: Request) => request.postDataJSON().operationName === 'IntrospectionQuery';

const run = async (): Promise<unknown> => {
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/graphql') && !isIntrospection(response.request())),
    page.getByRole('button', { name: /execute query/i }).click(),
  ]);
  return response.json();
};

test('loads from its own origin alone, and the browser has nothing to complain of', async () => {
  await page.waitForLoadState('networkidle');
  expect(await page.title()).toBe('結び Musubi');
  expect(new Set(requests.map((url) => new URL(url).origin))).toEqual(new Set([new URL(server.url).origin]));
  expect(complaints).toEqual([]);
});

/** Of each example, what its true answer holds. */
const truths: Readonly<Record<string, readonly string[]>> = {
  KickBackAndItsAnime: ['米津玄師', 'チェンソーマン', '"OPENING"', '2022-11-23'],
  CharactersAndVoices: ['デンジ', '戸谷菊之介', '早川アキ', '坂田将吾', 'パワー', 'ファイルーズあい', '楠木ともり'],
  TieUpsByYear: ['KICK BACK', 'チェンソーマン', 'Lemon', 'アンナチュラル', 'ピースサイン'],
  RelatedWorks: ['劇場版 チェンソーマン レゼ篇', 'の続編', 'is the sequel of'],
  OneNameInFourScripts: ['鬼滅の刃', 'キメツノヤイバ', 'Kimetsu no Yaiba', '귀멸의 칼날'],
  WhatNamesMean: ['鬼滅の刃', '株式会社ソケット', '鬼頭明里', '廻廻奇譚', '"AMBIGUOUS"', '"MATCHED"'],
  IdFromElsewhere: ['鬼滅の刃', 'CC-BY-4.0', 'CC0-1.0', '"MIT"'],
  SongsAlike: ['KICK BACK', 'スラップベース', '"isEstimate":false', 'どちらも'],
  FitsText: ['"isDenied":false', '文中の', '切ない'],
  FitsBrand: ['fitsSong', '推定'],
  Recommend: ['LiSA', 'の曲', 'どちらも'],
  WhoSaysWhat: ['鬼滅の刃', '"shown":true', 'CC-BY-4.0', 'CC0-1.0'],
};

test.each(examples)('answers the example $title', async ({ operation }) => {
  await tab(operation).click();
  const answer = await run();
  expect(answer).toEqual({ data: expect.any(Object) });
  expect(truths[operation]?.filter((truth) => !JSON.stringify(answer).includes(truth))).toEqual([]);
  await shown('"data"').waitFor();
  expect(complaints).toEqual([]);
});

test('marks what the schema does not know, and shows the error when it is sent all the same', async () => {
  await page.locator('.graphiql-query-editor .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('query Wrong { nonsense }');
  await page.locator('.squiggly-error').first().waitFor();
  await run();
  await shown('Cannot query field \\"nonsense\\" on type \\"Query\\".').waitFor();
});

test('formats a query', async () => {
  await page.locator('.graphiql-query-editor .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('query Short { sources { key } }');
  await page.getByRole('button', { name: /prettify/i }).click();
  await page.locator('.graphiql-query-editor .line-numbers').getByText('5').waitFor();
  expect(complaints).toEqual([]);
});

test('brings an example back after its tab was closed', async () => {
  await tab('RelatedWorks').hover();
  await page
    .locator('.graphiql-tab', { has: tab('RelatedWorks') })
    .getByRole('button', { name: 'Close Tab' })
    .click();
  await tab('RelatedWorks').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Show Examples' }).click();
  await page.getByRole('button', { name: 'Related works, and why' }).click();
  await tab('RelatedWorks').waitFor();
});

test('follows the system from light to dark', async () => {
  await page.locator('.monaco-editor.vs').first().waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('.monaco-editor.vs-dark').first().waitFor();
});

test('lets browsers keep the assets and ask for the page anew, and allows no foreign script', async () => {
  const html = await fetch(server.url);
  const script = /src="(.+?)"/.exec(await html.text())?.[1] ?? '';
  const asset = await fetch(new URL(script, server.url));
  expect(html.headers.get('cache-control')).toBe('no-cache');
  expect(html.headers.get('content-security-policy')).toMatch("script-src 'self';");
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-encoding')).toBe('gzip');
});
