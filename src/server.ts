import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Driver } from 'neo4j-driver';
import type { Logger } from 'pino';
import { type Context, createContext } from './context.js';
import { createFormatError, unavailableStatus } from './errors.js';
import { readExamples } from './explorer/examples.js';
import { resolvers } from './generated/resolvers.js';
import { typeDefs } from './generated/typeDefs.js';
import { createGraph, type Graph } from './graph/graph.js';
import { createRun } from './graph/run.js';
import { limits, operationLimits } from './limits.js';
import { Planner } from './planning/planner.js';
import { planEveryEdge } from './planning/warmUp.js';

export interface ServerOptions {
  readonly driver: Driver;
  readonly database: string;
  readonly logger: Logger;
  /** A document that was asked more often than this is compiled into one statement. */
  readonly hotAfter?: number;
  /** Is told of each statement that is sent to the database. */
  readonly onStatement?: (text: string) => void;
}

export interface Server {
  readonly apollo: ApolloServer<Context>;
  readonly context: Context;
  /** Has the database plan what will be asked soon; callers may come meanwhile. */
  readonly warmUp: () => Promise<void>;
}

/** The GraphQL server over a database, not yet listening anywhere. */
export async function createServer({ driver, database, logger, hotAfter = 3, onStatement }: ServerOptions): Promise<Server> {
  const graph = createGraph(createRun(driver, database, onStatement));
  const context = createContext(graph, new Planner(graph.statements, hotAfter));
  const apollo = new ApolloServer<Context>({
    typeDefs,
    resolvers,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError: createFormatError(logger),
    // The cache control that Apollo brings would wrap every resolver.
    plugins: [ApolloServerPluginCacheControlDisabled(), operationLimits, unavailableStatus],
    logger,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return { apollo, context, warmUp: () => warmUp(apollo, context, graph, hotAfter) };
}

/** The explorer's examples are asked for often enough to be compiled; then every edge is planned. */
async function warmUp(apollo: ApolloServer<Context>, context: Context, { statements }: Graph, hotAfter: number): Promise<void> {
  for (const { query, variables } of readExamples()) {
    for (let use = 0; use <= hotAfter; use += 1) await apollo.executeOperation({ query, variables }, { contextValue: context });
  }
  await planEveryEdge(statements);
}
