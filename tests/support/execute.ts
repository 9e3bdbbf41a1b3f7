import { afterAll } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import { type Logger, pino } from 'pino';
import { openBolt } from '../../src/bolt/bolt.js';
import type { EmbeddingService } from '../../src/embeddings.js';
import { patient } from '../../src/graph/caller.js';
import { createServer } from '../../src/server.js';
import { testAddress, testDriver } from './database.js';

export interface Answer {
  /** Whatever was asked for: a test compares it whole. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
  /** The Cypher statements that were sent for it. */
  readonly statements: readonly string[];
}

export type Execute = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** Every document compiled at its first use, none ever, or every one answered directly once the server has answered it. */
export type Way = 'compiled' | 'interpreted' | 'direct';

/** Asks a server of its own, in this process, over the real database. Statements are told apart only between questions asked one after the other. */
export async function executor(way: Way = 'compiled', logger: Logger = pino({ level: 'silent' }), embeddings?: EmbeddingService): Promise<Execute> {
  const driver = await testDriver();
  // Two ways read over the transport of our own, one over the driver: their answers are compared.
  const bolt = way === 'interpreted' ? undefined : openBolt(testAddress());
  afterAll(() => bolt?.close());
  const statements: string[] = [];
  const server = await createServer({
    driver,
    bolt,
    database: testAddress().database,
    logger,
    embeddings,
    hotAfter: way === 'interpreted' ? Number.POSITIVE_INFINITY : 0,
    directAfter: way === 'direct' ? 0 : Number.POSITIVE_INFINITY,
    onStatement: (text) => statements.push(text),
  });
  const byServer = async (query: string, variables: Readonly<Record<string, unknown>>) => {
    const { body } = await server.apollo.executeOperation({ query, variables: { ...variables } }, { contextValue: server.contextFor(patient) });
    if (body.kind !== 'single') throw new Error('An answer came in parts.');
    return JSON.stringify(body.singleResult);
  };
  return async (query, variables = {}) => {
    let before = statements.length;
    let text = await byServer(query, variables);
    if (way === 'direct') {
      before = statements.length;
      text = (await server.direct.answer({ query, variables }, patient)) ?? text;
    }
    // Apollo's records have no prototype; a test compares plain ones.
    const { data = null, errors = [] } = JSON.parse(text);
    return { data, errors, statements: statements.slice(before) };
  };
}
