import type { Driver } from 'neo4j-driver';
import { z } from 'zod';

const things = 'Artist|Song|Work|Character|Franchise|Factor|Organization|Goods';

/** What the plain rankings see: every fact between things, a tie-up as one between its song, its work and its broadcaster. */
export const pairsOfThings = `CALL () {
    MATCH (one:${things})-[:!MAY_BE]->(other:${things}) RETURN one, other
    UNION MATCH (one:Song)<-[:USES]-(:TieUp)-[:FOR]->(other:Work) RETURN one, other
    UNION MATCH (one:Work)<-[:FOR]-(:TieUp)-[:ON]->(other:Organization) RETURN one, other
  }`;

/** Things by their numbers, and beside each the numbers of those that a fact joins it with: once each, in both directions, all facts alike. */
export interface PlainGraph {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly neighbours: readonly Int32Array[];
  /** The numbers of all things of a type. */
  readonly ofType: (type: string) => readonly number[];
}

const rowModel = z.object({ one: z.string(), other: z.string(), types: z.tuple([z.string(), z.string()]) });

export async function readPlainGraph(driver: Driver, database: string): Promise<PlainGraph> {
  const text = `${pairsOfThings} RETURN one.id AS one, other.id AS other, [labels(one)[0], labels(other)[0]] AS types`;
  const { records } = await driver.executeQuery(text, {}, { database });
  return plainGraph(records.map((record) => rowModel.parse(record.toObject())));
}

function plainGraph(rows: readonly z.output<typeof rowModel>[]): PlainGraph {
  const types = new Map(
    rows.flatMap(({ one, other, types: [first, second] }): [string, string][] => [
      [one, first],
      [other, second],
    ]),
  );
  const ids = [...types.keys()].sort();
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const number = (id: string) => numberOf.get(id) ?? -1;
  const sets = ids.map(() => new Set<number>());
  for (const { one, other } of rows) {
    if (one === other) continue;
    sets[number(one)]?.add(number(other));
    sets[number(other)]?.add(number(one));
  }
  return {
    ids,
    numberOf,
    neighbours: sets.map((set) => Int32Array.from(set)),
    ofType: (type) => ids.flatMap((id, index) => (types.get(id) === type ? [index] : [])),
  };
}
