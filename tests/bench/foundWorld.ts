import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { oneOf } from './chance.js';
import { type Kind, kinds, type World } from './world.js';

const rowModel = z.object({ id: z.string(), name: z.string() });

type Row = z.output<typeof rowModel>;

/** All that is in a database already: for one that is not generated. */
export async function foundWorld(driver: Driver, database: string): Promise<World> {
  const found = new Map<Kind, readonly Row[]>();
  for (const kind of kinds) found.set(kind, await rowsOf(driver, database, kind));
  return {
    idOf: (kind, chance) => oneOf(chance, found.get(kind) ?? []).id,
    nameOf: (kind, chance) => oneOf(chance, found.get(kind) ?? []).name,
  };
}

async function rowsOf(driver: Driver, database: string, kind: Kind): Promise<readonly Row[]> {
  const label = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const { records } = await driver.executeQuery(
    `MATCH (n:${label}) WHERE n.original IS NOT NULL RETURN n.id AS id, n.original AS name ORDER BY id`,
    {},
    { database },
  );
  return records.map((record) => rowModel.parse(record.toObject()));
}
