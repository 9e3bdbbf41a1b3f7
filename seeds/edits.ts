import type { Driver } from 'neo4j-driver';
import { z } from 'zod';

/** What editors have done that a load has to respect. */
export interface Edits {
  /** Merges that stand, in the order they were made. */
  readonly merges: readonly Merge[];
  /** Pairs of ids that are said to be different things, the smaller first. */
  readonly different: readonly (readonly [string, string])[];
  /** How many edits there were so far. */
  readonly number: number;
}

export interface Merge {
  readonly keep: string;
  readonly drop: string;
}

export const noEdits: Edits = { merges: [], different: [], number: 0 };

const standing = `MATCH (edit:Edit) WHERE edit.kind = 'MERGE' AND edit.undoneBy IS NULL
  RETURN edit.ids[0] AS keep, edit.ids[1] AS drop ORDER BY edit.number`;
const different = 'MATCH (one)-[:IS_NOT]->(other) RETURN one.id AS one, other.id AS other';
const numbered = 'MATCH (edits:Edits) RETURN edits.number AS number';

export async function readEdits(driver: Driver, database: string): Promise<Edits> {
  const read = async <Row>(model: z.ZodType<Row>, text: string) => {
    const { records } = await driver.executeQuery(text, {}, { database });
    return records.map((record) => model.parse(record.toObject()));
  };
  // The number comes first: what is done while the rest is read counts as done since.
  const [count] = await read(z.object({ number: z.int() }), numbered);
  const merges = await read(z.object({ keep: z.string(), drop: z.string() }), standing);
  const pairs = await read(z.object({ one: z.string(), other: z.string() }), different);
  return { merges, different: pairs.map(({ one, other }) => (one < other ? [one, other] : [other, one])), number: count?.number ?? 0 };
}
