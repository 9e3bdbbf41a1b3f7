import {
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AnyProbe, ProbeReader, RecordProbe } from './probe.js';

interface Operation extends Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'> {
  readonly reader: ProbeReader;
}

/** Runs the resolvers of a selection on a probe, so that it notes all that they ask of the graph. */
export function walk(operation: Operation, type: GraphQLNamedType, selections: readonly SelectionSetNode[], value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const each of value) walk(operation, type, selections, each);
    return;
  }
  if (isAbstractType(type)) {
    for (const probe of alternatives(value)) walk(operation, operation.schema.getType(probe.type) ?? type, selections, probe);
    return;
  }
  if (!isObjectType(type)) return;
  for (const fields of fieldsFor(operation, type, selections).values()) visit(operation, type, fields, value);
}

/** Where a value may be of several types, each has a probe of its own. */
function alternatives(value: object): readonly RecordProbe[] {
  if ('asked' in value) return isAbstract(value) ? [] : [value as RecordProbe];
  return Object.values((value as AnyProbe).byType);
}

const isAbstract = (value: object) => !('type' in value);

function visit(operation: Operation, type: GraphQLObjectType, nodes: readonly FieldNode[], parent: object): void {
  const [node] = nodes;
  const field = node && type.getFields()[node.name.value];
  if (!node || !field) return;
  const named = getNamedType(field.type);
  if (isLeafType(named) && node.name.value !== 'totalCount') return;
  walk(
    operation,
    named,
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    resolved(operation, field, node, parent),
  );
}

/** What a resolver gives for a probe. One that can't do without a real record is left for later: then its edges are read when they are needed. */
function resolved(
  { variableValues, reader }: Operation,
  field: ReturnType<GraphQLObjectType['getFields']>[string],
  node: FieldNode,
  parent: object,
): unknown {
  const resolve = field.resolve ?? defaultFieldResolver;
  try {
    // Of what an executor tells its resolvers, those below the root need no more than the name.
    return resolve(parent, getArgumentValues(field, node, variableValues), { graph: reader }, { fieldName: field.name } as GraphQLResolveInfo);
  } catch {
    return undefined;
  }
}

/** The fields that are selected of a type, by their response name: fragments opened, `@skip` and `@include` heeded. */
function fieldsFor(operation: Operation, type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const add = (selection: SelectionNode): void => {
    if (!isIncluded(selection, operation.variableValues)) return;
    if (selection.kind === 'Field') {
      const name = selection.alias?.value ?? selection.name.value;
      fields.set(name, [...(fields.get(name) ?? []), selection]);
      return;
    }
    const fragment = selection.kind === 'FragmentSpread' ? operation.fragments[selection.name.value] : selection;
    if (fragment && applies(operation.schema, fragment, type)) fragment.selectionSet.selections.forEach(add);
  };
  for (const { selections: each } of selections) each.forEach(add);
  return fields;
}

function isIncluded(selection: SelectionNode, variables: Operation['variableValues']): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function applies(
  schema: GraphQLSchema,
  { typeCondition }: Pick<FragmentDefinitionNode, 'selectionSet'> & { readonly typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined },
  type: GraphQLObjectType,
): boolean {
  if (!typeCondition || typeCondition.name.value === type.name) return true;
  const condition = schema.getType(typeCondition.name.value);
  return isAbstractType(condition) && schema.isSubType(condition, type);
}
