import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Driver } from 'neo4j-driver';
import type { Logger } from 'pino';
import { DirectAnswers } from './answering/directAnswers.js';
import type { Bolt } from './bolt/bolt.js';
import { type Context, createContext, type Request } from './context.js';
import { documentStore } from './documentStore.js';
import { admitting } from './editorKey.js';
import { type EmbeddingService, embedOver } from './embeddings.js';
import { createFormatError, statusOfErrors } from './errors.js';
import { readExamples } from './explorer/examples.js';
import { resolvers } from './generated/resolvers.js';
import { typeDefs } from './generated/typeDefs.js';
import type { Caller } from './graph/caller.js';
import type { Settle } from './graph/editing/decide.js';
import { createEditing } from './graph/editing/editing.js';
import { createGraph, type Graph } from './graph/graph.js';
import { type Run, runOver, withRetries } from './graph/run.js';
import { checkCost, limits, operationLimits } from './limits.js';
import { Meaning } from './meaning.js';
import { Metrics } from './metrics.js';
import { Planner } from './planning/planner.js';
import { planEveryEdge } from './planning/warmUp.js';

export interface ServerOptions {
  readonly driver: Driver;
  /** A quicker way for reads, where there is one. */
  readonly bolt?: Bolt | undefined;
  readonly database: string;
  readonly logger: Logger;
  /** Whoever sends it may edit; without one nobody may. */
  readonly editorKey?: string | undefined;
  /** Finds terms that texts are near to by their meaning. */
  readonly embeddings?: EmbeddingService | undefined;
  /** Has the loader settle what was decided of a record. */
  readonly settle?: Settle | undefined;
  /** A document that was asked more often than this is compiled into one statement. */
  readonly hotAfter?: number;
  /** One that was answered more often than this is answered directly, its rows written straight into the answer's text. */
  readonly directAfter?: number;
  /** Is told of each statement that is sent to the database. */
  readonly onStatement?: (text: string, parameters: Readonly<Record<string, unknown>>) => void;
}

export interface Server {
  readonly apollo: ApolloServer<Context>;
  /** A context for one request of this caller. */
  readonly contextFor: (caller: Caller, request?: Request) => Context;
  readonly direct: DirectAnswers;
  readonly metrics: Metrics;
  /** Has the database plan what will be asked soon, until this caller leaves; others may come meanwhile. */
  readonly warmUp: (caller: Caller) => Promise<void>;
}

/** The GraphQL server over a database, not yet listening anywhere. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { driver, bolt, database, logger, editorKey, settle = noLoader, embeddings, hotAfter = 3, directAfter = 20, onStatement } = options;
  const metrics = new Metrics();
  const plain = runOver(driver, database, bolt);
  const run = measured(plain, metrics, onStatement);
  const graph = createGraph(withRetries(run), withRetries(plain));
  const planner = new Planner(graph.statements, hotAfter);
  const surroundings = {
    graph,
    planner,
    meaning: embeddings && meaningBy(embeddings, logger),
    editing: createEditing(driver, database, settle),
    admit: admitting(editorKey),
  };
  const contextFor: Server['contextFor'] = (caller, request) => createContext(surroundings, caller, request);
  const direct = new DirectAnswers(
    { statements: graph.statements, reader: graph.readerOfRead, computing: (caller) => contextFor(caller).graph, checkCost },
    directAfter,
  );
  const apollo = new ApolloServer<Context>({
    typeDefs,
    resolvers,
    documentStore: documentStore(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError: createFormatError(logger),
    // The cache control that Apollo brings would wrap every resolver.
    plugins: [ApolloServerPluginCacheControlDisabled(), operationLimits, statusOfErrors, direct.learning],
    logger,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return { apollo, contextFor, direct, metrics, warmUp: (caller) => warmUp({ apollo, contextFor, graph, hotAfter }, caller) };
}

const meaningBy = (service: EmbeddingService, logger: Logger): Meaning =>
  new Meaning(service.model, embedOver(service), (error) =>
    logger.warn({ err: error }, 'Texts are matched without the embedding service: it failed.'),
  );

const noLoader: Settle = () => Promise.reject(new Error('This server was made without a loader that settles decisions.'));

function measured(run: Run, metrics: Metrics, onStatement: ServerOptions['onStatement']): Run {
  return async (text, parameters, signal) => {
    onStatement?.(text, parameters);
    const start = performance.now();
    try {
      const rows = await run(text, parameters, signal);
      metrics.statement((performance.now() - start) / 1000);
      return rows;
    } catch (error) {
      metrics.failure();
      throw error;
    }
  };
}

interface Warming extends Pick<Server, 'apollo' | 'contextFor'> {
  readonly graph: Graph;
  readonly hotAfter: number;
}

/** The explorer's examples are asked for often enough to be compiled; then every edge is planned. */
async function warmUp({ apollo, contextFor, graph, hotAfter }: Warming, caller: Caller): Promise<void> {
  for (const { query, variables } of readExamples()) {
    for (let use = 0; use <= hotAfter && !caller.gone; use += 1)
      await apollo.executeOperation({ query, variables }, { contextValue: contextFor(caller) });
  }
  await planEveryEdge(graph.statements, caller);
}
