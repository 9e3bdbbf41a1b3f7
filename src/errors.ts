import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { BadInput, GivenUp, Unavailable } from './graph/errors.js';

/** Errors as callers see them: what they can mend is told, what is our fault is logged once and masked. */
export function createFormatError(logger: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    if (cause instanceof GivenUp) return withCode(formatted, 'GIVEN_UP');
    if (cause instanceof BadInput) return withCode(formatted, 'BAD_USER_INPUT');
    if (cause instanceof Unavailable) {
      logger.warn({ err: cause.cause ?? cause }, cause.message);
      return withCode(formatted, 'UNAVAILABLE');
    }
    if (formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return withoutInternals(formatted);
    logger.error({ err: cause, path: formatted.path }, 'A field could not be answered.');
    return {
      ...withCode(formatted, 'INTERNAL_SERVER_ERROR'),
      message: 'This could not be answered: the fault is ours, and it has been logged. Ask again, or ask for less.',
    };
  };
}

function withCode({ message, locations, path }: GraphQLFormattedError, code: string): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
}

function withoutInternals(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return withCode(formatted, String(formatted.extensions?.['code']));
}

/** An answer that could not be given because the database is away says so in its HTTP status too. */
export const unavailableStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
      if (!errors.some(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE')) return;
      response.http.status = 503;
      response.http.headers.set('retry-after', '5');
    },
  }),
};
