import type { FastifyRequest } from 'fastify';
import type { Posted } from './directAnswers.js';

/** A request as most clients send it: a document and its variables as JSON, to be answered as JSON. All else is for the GraphQL server. */
export function isPlainPost(request: FastifyRequest): request is FastifyRequest<{ Body: Posted }> {
  return request.method === 'POST' && !request.url.includes('?') && wantsJson(request.headers.accept) && isPosted(request.body);
}

function wantsJson(accept: string | undefined): boolean {
  return accept === undefined || accept === '*/*' || accept === 'application/json' || accept === 'application/json, */*';
}

function isPosted(body: unknown): body is Posted {
  if (typeof body !== 'object' || body === null || 'extensions' in body) return false;
  const { query, operationName, variables } = body as Readonly<Record<string, unknown>>;
  return typeof query === 'string' && (operationName == null || typeof operationName === 'string') && isVariables(variables);
}

const isVariables = (variables: unknown) => variables == null || (typeof variables === 'object' && !Array.isArray(variables));
