import { pino } from 'pino';
import { openBolt } from '../../src/bolt/bolt.js';
import { createHttp } from '../../src/http.js';
import { connect } from '../../src/neo4j/connect.js';
import { createServer } from '../../src/server.js';
import { testAddress } from './database.js';

/** The server as `npm start` serves it, on a free port, over the test database. */
export async function startForTest(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const address = testAddress();
  const driver = await connect(address);
  const bolt = openBolt(address);
  const logger = pino({ level: 'silent' });
  const server = await createServer({ driver, bolt, database: address.database, logger });
  const http = await createHttp({ ...server, logger, isReady: async () => true });
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  const stop = async () => {
    await http.close();
    await bolt?.close();
    await driver.close();
  };
  return { url, stop };
}
