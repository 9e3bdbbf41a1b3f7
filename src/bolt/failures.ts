import { Neo4jError } from 'neo4j-driver';
import { z } from 'zod';

const model = z.object({ code: z.string(), message: z.string() });

/** What the database says of a statement or a password that it refuses. */
export function refusal(told: unknown): Neo4jError {
  const { code, message } = model.parse(told);
  return failure(message, code);
}

/** What becomes of a connection that was not opened, or that ended: coded as the driver does it. */
export function broken(address: string, reason: unknown, wasOpen: boolean): Neo4jError {
  if (reason instanceof Neo4jError) return reason;
  const told = reason instanceof Error ? reason.message : reason;
  if (!wasOpen) return failure(`No Neo4j could be reached at ${address} (${told}). Start it, or correct the address.`, 'ServiceUnavailable');
  return failure(
    `A connection must outlast its statement, but the one to ${address} was lost (${told}). Send the statement again.`,
    'SessionExpired',
  );
}

/** Coded and begun as the driver does it, because that is how callers know it. */
export function noneFree(patience: number): Neo4jError {
  return failure(`Connection acquisition timed out in ${patience} ms: none was free or could be opened. Ask again in a few seconds.`, 'N/A');
}

function failure(message: string, code: string): Neo4jError {
  return new Neo4jError(message, code, '50N42', `error: general processing exception - unexpected error. ${message}`);
}
