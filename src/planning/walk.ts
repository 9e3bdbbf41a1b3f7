import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type AnyProbe, isRecordProbe, probeReader, type RecordProbe } from './probe.js';
import { fieldsFor, type Selecting, selectionsOf } from './selections.js';

/** Runs the resolvers of a selection on a probe, so that it notes all that they ask of the graph. */
export function walk(operation: Selecting, type: GraphQLNamedType, selections: readonly SelectionSetNode[], value: unknown): void {
  if (isLeafType(type) || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const each of value) walk(operation, type, selections, each);
    return;
  }
  if (isAbstractType(type)) {
    for (const probe of alternatives(value)) walk(operation, operation.schema.getType(probe.__typename) ?? type, selections, probe);
    return;
  }
  if (!isObjectType(type)) return;
  for (const fields of fieldsFor(operation, type, selections).values()) visit(operation, type, fields, value);
}

/** Where a value may be of several types, each has a probe of its own. */
function alternatives(value: object): readonly RecordProbe[] {
  if (isRecordProbe(value)) return [value];
  return 'byType' in value ? Object.values((value as AnyProbe).byType) : [];
}

function visit(operation: Selecting, type: GraphQLObjectType, nodes: readonly FieldNode[], parent: object): void {
  const [node] = nodes;
  const field = node && type.getFields()[node.name.value];
  if (node && field) walk(operation, getNamedType(field.type), selectionsOf(nodes), resolved(operation, field, node, parent));
}

/** What a resolver gives for a probe. One that can't do without a real record is left for later: then its edges are read when they are needed. */
function resolved(
  { variableValues }: Selecting,
  field: ReturnType<GraphQLObjectType['getFields']>[string],
  node: FieldNode,
  parent: object,
): unknown {
  const resolve = field.resolve ?? defaultFieldResolver;
  try {
    // Of what an executor tells its resolvers, those below the root need no more than the name.
    return resolve(parent, getArgumentValues(field, node, variableValues), { graph: probeReader }, { fieldName: field.name } as GraphQLResolveInfo);
  } catch {
    return undefined;
  }
}
