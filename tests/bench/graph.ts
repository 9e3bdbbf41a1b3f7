import type { NodeTable, RelationshipTable } from '../../src/neo4j/offlineImport.js';
import { relationshipTables } from './graphFacts.js';
import { nodeTables } from './graphThings.js';
import { createWorld } from './graphWorld.js';
import { type Size, sizes } from './numbered.js';

export { idOf, type Kind, nameOf, type Size, sizes } from './numbered.js';

/** A graph in the product's own model as the load command would write it, always the same one for a size; its rows are made as they are asked for. */
export function graphOf(size: Size): { readonly nodes: readonly NodeTable[]; readonly relationships: readonly RelationshipTable[] } {
  const world = createWorld(sizes[size]);
  return { nodes: nodeTables(world), relationships: relationshipTables(world) };
}
