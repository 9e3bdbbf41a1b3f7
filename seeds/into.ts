import type { Driver, ManagedTransaction } from 'neo4j-driver';
import type { Bolt } from '../src/bolt/bolt.js';

/** The database that is loaded. */
export interface Into {
  readonly driver: Driver;
  readonly database: string;
  /** Where there is one, what names mean is looked up over it, at a fraction of the driver's cost. */
  readonly bolt?: Bolt | undefined;
}

/** Loads and edits follow one another (src/graph/editing/record.ts): what one looks up, another must not change meanwhile. */
const locked = 'MERGE (edits:Edits {key: "all"}) SET edits.number = coalesce(edits.number, 0)';

/** In a cluster each sees what those before it have written, whichever server it is led to. */
export const openSession = ({ driver, database }: Into) => driver.session({ database, bookmarkManager: driver.executeQueryBookmarkManager });

/** Does some work of a load in a transaction of its own; it is done again where the database could not take it. */
export async function inTransaction<Result>({ driver, database }: Into, work: (transaction: ManagedTransaction) => Promise<Result>): Promise<Result> {
  const session = openSession({ driver, database });
  try {
    return await session.executeWrite(async (transaction) => {
      await transaction.run(locked);
      return await work(transaction);
    });
  } finally {
    await session.close();
  }
}

/** The same for work that writes nothing. */
export async function reading<Result>({ driver, database }: Into, work: (transaction: ManagedTransaction) => Promise<Result>): Promise<Result> {
  const session = openSession({ driver, database });
  try {
    return await session.executeRead(work);
  } finally {
    await session.close();
  }
}
