import type { Driver } from 'neo4j-driver';
import { type Bolt, openBolt } from '../bolt/bolt.js';
import type { Address } from './address.js';
import { connect } from './connect.js';

/** A Neo4j that is reached by the driver and, where it can be, by our own transport. */
export interface Reached {
  readonly driver: Driver;
  readonly bolt: Bolt | undefined;
  readonly address: Address;
  readonly close: () => Promise<void>;
}

/** The driver proves that the address is right before our own transport, of so many connections at most, relies on it. */
export async function reach(address: Address, connections: number): Promise<Reached> {
  const driver = await connect(address);
  const bolt = openBolt({ ...address, connections });
  const close = async () => {
    await bolt?.close();
    await driver.close();
  };
  return { driver, bolt, address, close };
}
