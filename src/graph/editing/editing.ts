import { type Driver, isRetryableError, type ManagedTransaction, Neo4jError } from 'neo4j-driver';
import { Unavailable } from '../errors.js';
import { type Decision, decide, type Settle, settled } from './decide.js';
import { merge } from './merge.js';
import { notDuplicates } from './notDuplicates.js';
import type { EditRecord } from './record.js';
import { split } from './split.js';

/** What an editor may do. Each is one transaction: done whole and written down, or not at all. What follows from a decision is the loader's. */
export interface Editing {
  merge(keep: string, drop: string): Promise<EditRecord>;
  split(id: string): Promise<EditRecord>;
  notDuplicates(ids: readonly string[], withdraw: boolean): Promise<EditRecord>;
  /** The loader has settled it when this is done. */
  decide(key: string, decision: Decision): Promise<EditRecord>;
}

/** An edit waits no longer than this (ms), for others and for the database. */
const timeout = 15_000;

export function createEditing(driver: Driver, database: string, settle: Settle): Editing {
  const write = async (work: (transaction: ManagedTransaction) => Promise<EditRecord>) => {
    const session = driver.session({ database });
    try {
      return await session.executeWrite(work, { timeout });
    } catch (error) {
      throw explained(error);
    } finally {
      await session.close();
    }
  };
  return {
    merge: (keep, drop) => write((transaction) => merge(transaction, keep, drop)),
    split: (id) => write((transaction) => split(transaction, id)),
    notDuplicates: (ids, withdraw) => write((transaction) => notDuplicates(transaction, ids, withdraw)),
    async decide(key, decision) {
      const edit = await write((transaction) => decide(transaction, key, decision));
      await settle(key);
      return write((transaction) => settled(transaction, edit));
    },
  };
}

/** The database is away, is too busy, or has ended the transaction: while it ran, or while it waited for a lock. */
const gaveUp = /TransactionTimedOut|Transaction\.Terminated|LockClientStopped|ServiceUnavailable|SessionExpired/;

function explained(error: unknown): unknown {
  if (!(error instanceof Neo4jError) || !(isRetryableError(error) || gaveUp.test(error.code))) return error;
  return new Unavailable('The database could not make this edit in time; nothing of it was done. Ask again in a few seconds.', { cause: error });
}
