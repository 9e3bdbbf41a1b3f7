import { type Driver, isRetryableError, Neo4jError, type RecordShape, session as sessions } from 'neo4j-driver';
import { Unavailable } from './errors.js';
import { withIntegers } from './integers.js';

/** Sends one reading statement and gives its rows. */
export type Run = (text: string, parameters: Readonly<Record<string, unknown>>) => Promise<readonly RecordShape[]>;

/** No statement runs longer than this, so that none can hold the database for long. */
const timeout = 15_000;
const pauses = [20, 100, 400];

/**
 * Reads are autocommit: a transaction function costs two more round trips. What is only transient is tried again here.
 * `onStatement` is told of each statement that is sent.
 */
export function createRun(driver: Driver, database: string, onStatement: (text: string) => void = () => undefined): Run {
  const once: Run = async (text, parameters) => {
    const session = driver.session({ database, defaultAccessMode: sessions.READ });
    onStatement(text);
    try {
      const { records } = await session.run(text, { ...parameters }, { timeout });
      return records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  return async (text, given) => {
    const parameters = withIntegers(given);
    for (const pause of pauses) {
      try {
        return await once(text, parameters);
      } catch (error) {
        if (!isTransient(error)) throw explained(error);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return once(text, parameters).catch((error) => Promise.reject(explained(error)));
  };
}

function isTransient(error: unknown): boolean {
  return error instanceof Neo4jError && isRetryableError(error) && !error.code.includes('TransactionTimedOut');
}

/** A database that can't be reached, is too busy or took too long is foreseen; anything else is a fault of ours. */
function explained(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const away =
    isRetryableError(error) ||
    error.code.includes('TransactionTimedOut') ||
    /acquisition timed out|SessionExpired|ServiceUnavailable/.test(`${error.code} ${error.message}`);
  return away ? new Unavailable('The database did not answer in time. Ask again in a few seconds.', { cause: error }) : error;
}
