import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { neo4jGraphqlTypes } from './neo4jGraphqlTypes.js';
import { serve } from './serve.js';

/** @neo4j/graphql on Apollo as its manual starts it. Comparing texts is a feature to be switched on. */
await serve(async ({ uri, user, password, database }) => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const library = new Neo4jGraphQL({ typeDefs: neo4jGraphqlTypes, driver, features: { filters: { String: { GTE: true, LT: true } } } });
  const server = new ApolloServer({ schema: await library.getSchema() });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async () => ({ sessionConfig: { database } }),
  });
  return Number(new URL(url).port);
});
