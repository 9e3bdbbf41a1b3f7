import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { patient } from '../../../src/graph/caller.js';
import { createHttp } from '../../../src/http.js';
import { reach } from '../../../src/neo4j/reach.js';
import { createServer } from '../../../src/server.js';
import { serve } from './serve.js';

/** This server as `npm start` serves it, on a database that is there: its limits, masking, logging and metrics on. */
await serve(async (address) => {
  const { driver, bolt } = await reach(address, 100);
  const logger = pino({ level: 'info' });
  const server = await createServer({ driver, bolt, database: address.database, logger });
  const http = await createHttp({ ...server, logger, isReady: async () => true });
  await http.listen({ port: 0, host: '127.0.0.1' });
  await server.warmUp(patient);
  return (http.server.address() as AddressInfo).port;
});
