import { HeaderMap } from '@apollo/server';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { Failed } from './answering/hotDocument.js';
import { isPlainPost } from './answering/plainPost.js';
import type { Context } from './context.js';
import { explorer } from './explorer/serve.js';
import type { Caller } from './graph/caller.js';
import { GivenUp, Unavailable } from './graph/errors.js';
import { HttpCaller } from './httpCaller.js';
import { limits } from './limits.js';
import type { Answered } from './metrics.js';
import type { Server } from './server.js';
import { skosOf } from './skos/document.js';

type Answering = Pick<Server, 'apollo' | 'contextFor' | 'direct' | 'metrics'>;

export interface HttpOptions extends Answering {
  readonly logger: FastifyBaseLogger;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
}

/** The web server: GraphQL at /graphql, the explorer at /, the taxonomy at /taxonomy.jsonld, what a supervisor asks at /health and /metrics. */
export async function createHttp({ logger, isReady, ...server }: HttpOptions): Promise<FastifyInstance> {
  const http = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: 'idle',
  });
  http.setErrorHandler(answerError);
  http.setNotFoundHandler((request, reply) =>
    answer(reply, 404, 'NOT_FOUND', `There is nothing at ${request.url}. GraphQL is at /graphql, the explorer at /.`),
  );
  http.route({ method: ['GET', 'POST'], url: '/graphql', handler: (request, reply) => answerGraphQL(server, request, reply) });
  http.get('/taxonomy.jsonld', (request, reply) => answerTaxonomy(server, request, reply));
  http.get('/health/live', () => ({ status: 'live' }));
  http.get('/health/ready', async (_request, reply) =>
    (await isReady()) ? { status: 'ready' } : reply.code(503).send({ status: 'the database does not answer' }),
  );
  http.get('/metrics', async (_request, reply) => reply.type(server.metrics.type).send(await server.metrics.text()));
  await http.register(explorer);
  return http;
}

async function answerGraphQL(server: Answering, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const start = performance.now();
  const caller = new HttpCaller(reply.raw);
  const answered =
    (await answerDirectly(server, caller, request, reply)) ?? (await answerByServer(server, contextFor(server, caller, request), request, reply));
  server.metrics.request(answered, (performance.now() - start) / 1000);
  return reply;
}

async function answerTaxonomy(server: Answering, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { graph } = contextFor(server, new HttpCaller(reply.raw), request);
  return reply.type('application/ld+json').send(JSON.stringify(skosOf(await graph.taxonomy())));
}

function contextFor(server: Answering, caller: Caller, { headers }: FastifyRequest, failed?: unknown): Context {
  return server.contextFor(caller, { failed, authorization: headers.authorization });
}

async function answerDirectly(server: Answering, caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<Answered | undefined> {
  if (!isPlainPost(request)) return undefined;
  try {
    const text = await server.direct.answer(request.body, caller);
    if (text === undefined) return undefined;
    reply.type('application/json; charset=utf-8').send(text);
    return 'direct';
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return answerByServer(server, contextFor(server, caller, request, error.cause), request, reply);
  }
}

async function answerByServer({ apollo }: Answering, context: Context, request: FastifyRequest, reply: FastifyReply): Promise<Answered> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, search, body: request.body },
    context: async () => context,
  });
  for (const [name, value] of response.headers) reply.header(name, value);
  const body = response.body.kind === 'complete' ? response.body.string : '';
  const status = response.status ?? 200;
  reply.code(status).send(body);
  return status < 400 ? 'server' : 'refused';
}

/** What goes wrong before GraphQL is reached is told in GraphQL's form, so that a client needs one way only to read it. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Unavailable) return answer(reply.header('retry-after', '5'), 503, 'UNAVAILABLE', error.message);
  if (error instanceof GivenUp) return answer(reply, 503, 'GIVEN_UP', 'Nobody waits for this any more.');
  const known = faults[error.code];
  if (known) return answer(reply, known.status, known.code, known.message);
  const status = error.statusCode ?? 500;
  if (status < 500) return answer(reply, status, 'BAD_REQUEST', error.message);
  request.log.error({ err: error }, 'A request could not be answered.');
  return answer(reply, 500, 'INTERNAL_SERVER_ERROR', 'This could not be answered: the fault is ours, and it has been logged.');
}

const faults: Readonly<Record<string, { readonly status: number; readonly code: string; readonly message: string }>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The body must be JSON such as {"query": "{ sources { title } }"}, but it can\'t be read as JSON.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The body must be JSON such as {"query": "{ sources { title } }"}, but it is empty.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'BODY_TOO_LARGE',
    message: `A body may have ${limits.bodyBytes} bytes, but this one has more. Send large values as variables, or ask in several requests.`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message: 'The body must be sent as application/json.' },
};

function answer(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });
}
