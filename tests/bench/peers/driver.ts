import neo4j, { type Driver } from 'neo4j-driver';
import type { Address } from './serve.js';

/** The driver as its manual opens it, with numbers as JavaScript's. */
export function openDriver({ uri, user, password }: Address): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
}
