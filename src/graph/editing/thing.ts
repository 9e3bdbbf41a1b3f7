import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { BadInput, Refused } from '../errors.js';
import { isMergeable, MERGEABLE, type Mergeable, prefixes, typeOfId } from '../ids.js';
import { rowsIn } from './asking.js';
import { readTyped, typedModel } from './typed.js';

export const factModel = typedModel.extend({
  type: z.string(),
  out: z.boolean(),
  labels: z.array(z.string()).readonly(),
  other: z.string(),
  name: typedModel.shape.properties.nullable(),
});

/** A fact of a thing, with all that is needed to write it down again. */
export type WholeFact = z.output<typeof factModel>;

export const nodeModel = typedModel.extend({ labels: z.array(z.string()).readonly() });

/** A thing with every fact of it, as an edit's transaction sees it. */
export interface WholeThing {
  readonly id: string;
  readonly type: Mergeable;
  readonly node: z.output<typeof nodeModel>;
  /** `at` is Neo4j's own id of the relationship. */
  readonly facts: readonly (WholeFact & { readonly at: string })[];
}

/** Without the marks that the loader is to look at it (records.ts). */
const labelsOf = (node: string) => `[label IN labels(${node}) WHERE NOT label IN ['Touched', 'Stale']]`;

const thingWith = (label: Mergeable) => `MATCH (thing:${label} {id: $id}) RETURN ${labelsOf('thing')} AS labels, ${readTyped('thing')}`;

const factsOf = (label: Mergeable) => `
  MATCH (thing:${label} {id: $id})-[fact]-(other) WHERE NOT other:Record
  RETURN elementId(fact) AS at, type(fact) AS type, startNode(fact) = thing AS out, ${labelsOf('other')} AS labels, coalesce(other.id, other.key) AS other,
    CASE WHEN other:Name THEN properties(other) END AS name, ${readTyped('fact')}
  ORDER BY type, other`;

const redirectOf = 'MATCH (moved:Redirect {id: $id}) RETURN moved.to AS to';

/** The thing with this id; refused where there is none, or where it has been merged into another. */
export async function readThing(transaction: ManagedTransaction, id: string): Promise<WholeThing> {
  const type = mergeableOf(id);
  const [node] = await rowsIn(transaction, nodeModel, thingWith(type), { id });
  if (!node) throw await missing(transaction, id);
  const facts = await rowsIn(transaction, factModel.extend({ at: z.string() }), factsOf(type), { id });
  return { id, type, node, facts };
}

/** The kind of thing an id speaks of; refused where things of that kind are never edited. */
export function mergeableOf(id: string): Mergeable {
  const type = typeOfId(id);
  if (isMergeable(type)) return type;
  throw new BadInput(
    `Only ids that begin with ${MERGEABLE.map((each) => `${prefixes[each]}_`).join(', ')} can be edited, but got ${JSON.stringify(id.slice(0, 60))}. Take ids from an answer of this API.`,
  );
}

async function missing(transaction: ManagedTransaction, id: string): Promise<Refused> {
  const [moved] = await rowsIn(transaction, z.object({ to: z.string() }), redirectOf, { id });
  return moved
    ? new Refused('ALREADY_MERGED', `${id} has been merged into ${moved.to} already. Go on with ${moved.to}, or split ${id} off it first.`)
    : new Refused('NOT_FOUND', `There is nothing with the id ${id}. Take ids from an answer of this API.`);
}
