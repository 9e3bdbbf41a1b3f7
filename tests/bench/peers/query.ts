import { type Driver, type Record as Row, session as sessions } from 'neo4j-driver';

export type Query = (text: string, parameters: Readonly<Record<string, unknown>>) => Promise<readonly Row[]>;

/** Autocommit reads: a transaction function would cost two more round trips. */
export function queryOf(driver: Driver, database: string): Query {
  return async (text, parameters) => {
    const session = driver.session({ database, defaultAccessMode: sessions.READ });
    try {
      const { records } = await session.run(text, { ...parameters });
      return records;
    } finally {
      await session.close();
    }
  };
}
