import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { typeDefs } from '../../../src/generated/typeDefs.js';
import { createLoaders, type Loaders } from './dataLoader/loaders.js';
import { resolvers } from './dataLoader/resolvers.js';
import { openDriver } from './driver.js';
import { queryOf } from './query.js';
import { serve } from './serve.js';

/** This product's schema in the usual way: plain resolvers, a DataLoader for each edge, new ones for each request. */
await serve(async (address) => {
  const query = queryOf(openDriver(address), address.database);
  const server = new ApolloServer<Loaders>({ typeDefs, resolvers });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' }, context: async () => createLoaders(query) });
  return Number(new URL(url).port);
});
