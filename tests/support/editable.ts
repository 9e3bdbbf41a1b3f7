import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { pino } from 'pino';
import { dataOf, loadDefault } from '../../seeds/load.js';
import { settle } from '../../seeds/questions.js';
import type { Statements } from '../../seeds/statements.js';
import { createHttp } from '../../src/http.js';
import { type Address, addressModel } from '../../src/neo4j/address.js';
import { connect } from '../../src/neo4j/connect.js';
import { startEmbedded } from '../../src/neo4j/embedded.js';
import { createServer } from '../../src/server.js';

export const editorKey = 'a-key-that-only-the-editors-of-this-test-know';

export interface Answer {
  readonly status: number;
  readonly data: Readonly<Record<string, never>> | null | undefined;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** A server over a database of its own, that may be edited without disturbing anybody. */
export interface Editable {
  readonly url: string;
  readonly driver: Driver;
  readonly database: string;
  readonly address: Address;
  /** Asks over HTTP, with the editor's key unless another header is given; null sends none. */
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>, authorization?: string | null) => Promise<Answer>;
  readonly load: (statements: readonly Statements[]) => Promise<void>;
  /** Loads although it is loaded already. */
  readonly loadAgain: (statements: readonly Statements[]) => Promise<void>;
  /** Checksums of everything but edits, by label and type of relationship; guesses of what may be one are left out where they are not asked for. */
  readonly held: (guesses?: 'with guesses') => Promise<Readonly<Record<string, string>>>;
  readonly stop: () => Promise<void>;
}

export async function startEditable(key: string | undefined = editorKey): Promise<Editable> {
  const { neo4j, stop } = await emptyDatabase();
  const driver = await connect(neo4j);
  const emptying = driver.session({ database: neo4j.database });
  await emptying.run('MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS');
  await emptying.close();
  const { database } = neo4j;
  const logger = pino({ level: 'silent' });
  const server = await createServer({
    driver,
    database,
    logger,
    editorKey: key,
    settle: (record) => settle({ driver, database }, record),
    directAfter: 1,
    hotAfter: 0,
  });
  const http = await createHttp({ ...server, logger, isReady: async () => true });
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  const load: Editable['load'] = async (statements) => {
    await loadDefault(driver, database, () => {}, dataOf(statements, checksum([JSON.stringify(statements)])));
  };
  return {
    url,
    driver,
    database,
    address: neo4j,
    ask: (query, variables = {}, authorization = `Bearer ${key}`) => ask(url, query, variables, authorization),
    load,
    async loadAgain(statements) {
      await driver.executeQuery('MATCH (load:Load) DELETE load', {}, { database });
      await load(statements);
    },
    held: (guesses) => held(driver, database, guesses !== undefined),
    async stop() {
      await http.close();
      await driver.close();
      await stop();
    },
  };
}

/** That of the run, which tests use one after the other; without one, a new one. */
async function emptyDatabase(): Promise<{ readonly neo4j: Address; readonly stop: () => Promise<void> }> {
  const scratch = process.env['MUSUBI_SCRATCH_DATABASE'];
  if (scratch !== undefined) return { neo4j: addressModel.parse(JSON.parse(scratch)), stop: async () => {} };
  const home = await mkdtemp(join(tmpdir(), 'musubi-edit-'));
  const neo4j = await startEmbedded({ home, jars: resolve('.musubi', 'lib'), report: () => {} });
  const stop = async () => {
    await neo4j.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { neo4j, stop };
}

async function ask(url: string, query: string, variables: Readonly<Record<string, unknown>>, authorization: string | null): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(authorization !== null && { authorization }) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = JSON.parse(await response.text());
  return { status: response.status, data, code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
}

const everyNode =
  "MATCH (node) WHERE NOT node:Load AND NOT node:Edit AND NOT node:Edits AND NOT node:Redirect AND NOT node:Gone RETURN [label IN labels(node) WHERE NOT label IN ['Touched', 'Stale']] AS part, properties(node) AS properties";
const everyFact = `MATCH (from)-[fact]->(to) WHERE $guesses OR type(fact) <> 'MAY_BE'
  RETURN [type(fact)] AS part, [labels(from)[0], coalesce(from.id, from.key), labels(to)[0], coalesce(to.id, to.key)] AS ends, properties(fact) AS properties`;

/** What tells of loads, not of what was loaded. */
const ofLoads = ['load', 'loadedAt', 'records', 'changed'];

/** Numbers are told with their type: 1 is not 1.0. */
export async function held(driver: Driver, database: string, guesses: boolean): Promise<Readonly<Record<string, string>>> {
  const parts = new Map<string, string[]>();
  for (const text of [everyNode, everyFact]) {
    const typed = text.replace(/properties\((\w+)\) AS properties/, '[name IN keys($1) | [name, valueType($1[name]), $1[name]]] AS properties');
    const { records } = await driver.executeQuery(typed, { guesses }, { database });
    for (const record of records) {
      const { part, ends, properties } = record.toObject() as { part: string[]; ends?: string[]; properties: [string, string, unknown][] };
      const known = parts.get(String(part)) ?? [];
      parts.set(String(part), known);
      known.push(JSON.stringify([ends, properties.filter(([name]) => !ofLoads.includes(name)).sort(([one], [other]) => (one < other ? -1 : 1))]));
    }
  }
  return Object.fromEntries([...parts].sort().map(([part, contents]) => [part, `${contents.length} ${checksum(contents)}`]));
}

const checksum = (contents: readonly string[]) => createHash('sha256').update(contents.toSorted().join('\n')).digest('hex');
