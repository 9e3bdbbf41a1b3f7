import { Writable } from 'node:stream';
import { afterAll, expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { patient } from '../src/graph/caller.js';
import { connect } from '../src/neo4j/connect.js';
import { createServer } from '../src/server.js';
import { testAddress } from './support/database.js';
import { executor } from './support/execute.js';

const logged: string[] = [];
const logger = pino({ level: 'warn' }, new Writable({ write: (line, _encoding, done) => done(void logged.push(String(line))) }));
const driver = await connect(testAddress());
const ask = await executor('compiled', logger);

const broken = 'wrk_00000000broken';
const whole = 'wrk_000000000whole';
await driver.executeQuery('MATCH (work:Work) WHERE work.id IN [$broken, $whole] DETACH DELETE work', { broken, whole });
await driver.executeQuery(
  'CREATE (:Work {id: $broken, original: "無題", orderName: "無題", orderStart: "", medium: "NONE"}), (:Work {id: $whole, original: "無題", orderName: "無題", orderStart: "", medium: "ANIME", statedBy: []})',
  { broken, whole },
);
afterAll(async () => {
  await driver.executeQuery('MATCH (work:Work) WHERE work.id IN [$broken, $whole] DETACH DELETE work', { broken, whole });
  await driver.close();
});

const query = 'query ($id: ID!) { work(id: $id) { title { original } } }';

test('one question that fails in a shared statement harms no other; it is masked, and logged once', async () => {
  logged.length = 0;
  const [bad, good] = await Promise.all([ask(query, { id: broken }), ask(query, { id: whole })]);
  expect(good).toMatchObject({ data: { work: { title: { original: '無題' } } }, errors: [] });
  expect(bad).toMatchObject({
    data: { work: null },
    errors: [{ message: expect.stringContaining('the fault is ours'), path: ['work'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(JSON.stringify(bad.errors)).not.toContain('medium');
  expect(logged).toHaveLength(1);
  expect(JSON.parse(logged[0] ?? '{}')).toMatchObject({ level: 50, path: ['work'], err: { message: expect.stringContaining('medium') } });
});

test('a database that is away is told as such', async () => {
  const away = neo4j.driver('bolt://127.0.0.1:1', neo4j.auth.basic('neo4j', 'none'), { connectionAcquisitionTimeout: 500, connectionTimeout: 500 });
  const { apollo, contextFor } = await createServer({ driver: away, database: testAddress().database, logger });
  const response = await apollo.executeOperation({ query: '{ sources { key } }' }, { contextValue: contextFor(patient) });
  expect(response.http.status).toBe(503);
  expect(response.http.headers.get('retry-after')).toBe('5');
  expect(JSON.parse(JSON.stringify(response.body))).toMatchObject({
    singleResult: { errors: [{ message: 'The database did not answer in time. Ask again in a few seconds.', extensions: { code: 'UNAVAILABLE' } }] },
  });
  await away.close();
});
