import { type FieldNode, type GraphQLResolveInfo, getArgumentValues, type OperationDefinitionNode } from 'graphql';
import type { Args } from '../graph/declare.js';
import { bounded } from '../graph/errors.js';
import { findEdge } from '../graph/find.js';
import type { NodeName } from '../graph/ids.js';
import { edgeNamed } from '../graph/records.js';
import { keyOfLookup, type Lookup, typeOf } from '../lookup.js';
import type { MatchGiven } from '../matchGiven.js';
import { fieldsFor, type Selecting } from './selections.js';

/** Where one question of an operation starts: an edge of the record that all start from. */
export interface Start {
  readonly edge: string;
  readonly args: Args;
}

/** The roots of the context that find out by themselves what they answer, which carries with it what is mostly asked of it. */
export interface Computing {
  match(given: MatchGiven): Promise<unknown>;
  readText(text: string): Promise<unknown>;
}

type Compute = (roots: Computing) => Promise<unknown>;

/** One outermost field; without a start where it can't be read in one statement with others, some of which are computed. */
export interface Root {
  readonly nodes: readonly FieldNode[];
  readonly start?: Start | undefined;
  readonly compute?: Compute;
}

export interface Operation extends Selecting {
  readonly operation: OperationDefinitionNode;
}

/** The roots of the context (context.ts), as far as they tell where a question starts. */
const noting = {
  find(type: NodeName, lookup: Lookup): Start {
    const { findBy, key } = keyOfLookup(type, lookup);
    return { edge: findEdge(type, findBy), args: { key } };
  },
  node: (id: string): Start => ({ edge: findEdge(typeOf(id), 'key'), args: { key: id } }),
  list(edge: string, args: Args): Start {
    bounded('first', args['first'], edgeNamed('Query', edge).limit);
    return { edge, args };
  },
  sources: (): Start => ({ edge: 'sources', args: {} }),
  // Only the context knows who may see them; no answer is given without it.
  openQuestions: () => undefined,
  // Ids of many types are read type by type.
  findAll: () => undefined,
  // What names mean, and what is recommended for what, is found out before anything is read.
  resolve: () => undefined,
  recommend: () => undefined,
  explain: () => undefined,
  match:
    (given: MatchGiven): Compute =>
    (roots) =>
      roots.match(given),
  readText:
    (text: string): Compute =>
    (roots) =>
      roots.readText(text),
};

/** The outermost fields by their response names. Their resolvers tell where they start; one that refuses its arguments throws. */
export function rootsOf(operation: Operation): ReadonlyMap<string, Root> {
  const type = operation.schema.getQueryType();
  if (!type) return new Map();
  const fields = type.getFields();
  const entries = [...fieldsFor(operation, type, [operation.operation.selectionSet])].map(([name, nodes]): [string, Root] => {
    const [node] = nodes;
    const field = node && fields[node.name.value];
    if (!node || !field?.resolve) return [name, { nodes }];
    const args = getArgumentValues(field, node, operation.variableValues);
    const noted = field.resolve({}, args, { graph: noting }, {} as GraphQLResolveInfo) as Start | Compute | undefined;
    return [name, typeof noted === 'function' ? { nodes, compute: noted } : { nodes, start: noted }];
  });
  return new Map(entries);
}
