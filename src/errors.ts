import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { BadInput, GivenUp, Refused, Unavailable } from './graph/errors.js';

/** Errors as callers see them: what they can mend is told, what is our fault is logged once and masked. */
export function createFormatError(logger: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    if (cause instanceof GivenUp) return withCode(formatted, 'GIVEN_UP');
    if (cause instanceof BadInput) return withCode(formatted, 'BAD_USER_INPUT');
    if (cause instanceof Refused) return withCode(formatted, cause.code);
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

/** What an error says of the whole answer, in its HTTP status and headers too. */
const statuses: Readonly<Record<string, { readonly status: number; readonly header?: readonly [name: string, value: string] }>> = {
  UNAVAILABLE: { status: 503, header: ['retry-after', '5'] },
  EDITING_OFF: { status: 403 },
  EDITOR_KEY_MISSING: { status: 401, header: ['www-authenticate', 'Bearer'] },
  EDITOR_KEY_WRONG: { status: 401, header: ['www-authenticate', 'Bearer error="invalid_token"'] },
};

/** An answer that could not be given because the database is away, or the caller has no right to it, says so in its HTTP status. */
export const statusOfErrors: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
      const found = errors.flatMap(({ extensions }) => statuses[String(extensions?.['code'])] ?? [])[0];
      if (!found) return;
      response.http.status = found.status;
      if (found.header) response.http.headers.set(...found.header);
    },
  }),
};
