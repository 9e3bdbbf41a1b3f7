import type { ManagedTransaction } from 'neo4j-driver';
import type { z } from 'zod';

/** Sends one statement of an edit's transaction and gives its rows, checked by their model. Whole numbers are sent as the driver would (integers.ts). */
export async function rowsIn<Row>(
  transaction: ManagedTransaction,
  model: z.ZodType<Row>,
  text: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly Row[]> {
  const { records } = await transaction.run(text, { ...parameters });
  return records.map((record) => model.parse(record.toObject()));
}

/** A label or a key as part of a statement: what the graph or its declarations name, never what a caller gave. */
export const quoted = (name: string) => `\`${name.replaceAll('`', '``')}\``;

/** What nodes of this label are told by. */
export const keyNameOf = (label: string) => (['Name', 'ExternalId', 'Source', 'Record'].includes(label) ? 'key' : 'id');
