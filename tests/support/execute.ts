import type { GraphQLFormattedError } from 'graphql';
import { type Logger, pino } from 'pino';
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

/** Every document compiled at its first use, or none ever. */
export type Way = 'compiled' | 'interpreted';

/** Asks a server of its own, in this process, over the real database. Statements are told apart only between questions asked one after the other. */
export async function executor(way: Way = 'compiled', logger: Logger = pino({ level: 'silent' })): Promise<Execute> {
  const driver = await testDriver();
  const statements: string[] = [];
  const hotAfter = way === 'compiled' ? 0 : Number.POSITIVE_INFINITY;
  const { apollo, context } = await createServer({
    driver,
    database: testAddress().database,
    logger,
    hotAfter,
    onStatement: (text) => statements.push(text),
  });
  return async (query, variables = {}) => {
    const before = statements.length;
    const { body } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue: context });
    if (body.kind !== 'single') throw new Error('An answer came in parts.');
    // Apollo's records have no prototype; a test compares plain ones.
    const { data = null, errors = [] } = JSON.parse(JSON.stringify(body.singleResult));
    return { data, errors, statements: statements.slice(before) };
  };
}
