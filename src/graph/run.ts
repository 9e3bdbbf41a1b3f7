import { type Driver, isRetryableError, Neo4jError, session as sessions } from 'neo4j-driver';
import type { Bolt } from '../bolt/bolt.js';
import { NotForBolt } from '../bolt/notForBolt.js';
import { Unavailable } from './errors.js';
import { withIntegers } from './integers.js';

/** Sends one reading statement and gives its rows as lists of their columns' values. Given up when the signal says so. */
export type Run = (text: string, parameters: Readonly<Record<string, unknown>>, signal: AbortSignal) => Promise<readonly (readonly unknown[])[]>;

/** No statement runs longer than this (ms), so that none can hold the database for long. */
const timeout = 15_000;
const pauses = [20, 100, 400];

/** A database that is away for a moment is asked again; what it says in the end is told in our own words. */
export function withRetries(once: Run): Run {
  return async (text, parameters, signal) => {
    signal.throwIfAborted();
    for (const pause of pauses) {
      try {
        return await once(text, parameters, signal);
      } catch (error) {
        if (signal.aborted || !isTransient(error)) throw explained(error);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return once(text, parameters, signal).catch((error) => Promise.reject(explained(error)));
  };
}

/** Reads over a transport of our own; what that is not made for goes over the driver. */
export function runOver(driver: Driver, database: string, bolt: Bolt | undefined): Run {
  const byDriver = runByDriver(driver, database);
  if (!bolt) return byDriver;
  return async (text, parameters, signal) => {
    try {
      return await bolt.run(text, parameters, { timeout, signal });
    } catch (error) {
      if (error instanceof NotForBolt) return byDriver(text, parameters, signal);
      throw error;
    }
  };
}

/** Reads over the driver are autocommit: a transaction function costs two more round trips. In a cluster they see what this driver has written. */
function runByDriver(driver: Driver, database: string): Run {
  return async (text, parameters, signal) => {
    const session = driver.session({ database, defaultAccessMode: sessions.READ, bookmarkManager: driver.executeQueryBookmarkManager });
    // Closing a session ends what runs in it.
    const giveUp = () => void session.close();
    signal.addEventListener('abort', giveUp);
    try {
      const { records } = await session.run(text, { ...withIntegers(parameters) }, { timeout });
      return records.map((record) => [...record.values()]);
    } finally {
      signal.removeEventListener('abort', giveUp);
      await session.close();
    }
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
