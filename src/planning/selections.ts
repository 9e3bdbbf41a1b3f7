import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What of an operation tells which fields are selected. */
export type Selecting = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** The fields that are selected of a type, by their response name: fragments opened, `@skip` and `@include` heeded. */
export function fieldsFor(operation: Selecting, type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
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

export function selectionsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
}

function isIncluded(selection: SelectionNode, variables: Selecting['variableValues']): boolean {
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

/** A document's fragments by their names. */
export function fragmentsOf({ definitions }: DocumentNode): Selecting['fragments'] {
  return Object.fromEntries(definitions.flatMap((each) => (each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : [])));
}
