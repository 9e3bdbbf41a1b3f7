import { afterAll } from '@jest/globals';
import type { Driver } from 'neo4j-driver';
import { type Address, addressModel } from '../../src/neo4j/address.js';
import { connect } from '../../src/neo4j/connect.js';

/** Where the database of this run is. */
export function testAddress(): Address {
  return addressModel.parse(JSON.parse(process.env['MUSUBI_TEST_DATABASE'] ?? 'null'));
}

/** A driver to it, closed after the tests of the file. */
export async function testDriver(): Promise<Driver> {
  const driver = await connect(testAddress());
  afterAll(() => driver.close());
  return driver;
}
