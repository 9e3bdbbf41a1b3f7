import { afterAll } from '@jest/globals';
import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { type Address, connect } from '../../src/neo4j/connect.js';

const model = z.object({ uri: z.string(), user: z.string(), password: z.string(), database: z.string() });

/** Where the database of this run is. */
export function testAddress(): Address {
  return model.parse(JSON.parse(process.env['MUSUBI_TEST_DATABASE'] ?? 'null'));
}

/** A driver to it, closed after the tests of the file. */
export async function testDriver(): Promise<Driver> {
  const driver = await connect(testAddress());
  afterAll(() => driver.close());
  return driver;
}
