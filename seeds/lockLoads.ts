import type { ManagedTransaction } from 'neo4j-driver';

const locked = 'MERGE (loader:Loader {key: "loader"}) SET loader.key = "loader"';

/** Loads follow one another: what one looks up, another must not change meanwhile. */
export async function lockLoads(transaction: ManagedTransaction): Promise<void> {
  await transaction.run(locked);
}
