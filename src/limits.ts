import type { ApolloServerPlugin } from '@apollo/server';
import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isInterfaceType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './planning/selections.js';

export const limits = { depth: 16, cost: 50_000, tokens: 10_000, bodyBytes: 256 * 1024 };

/** Lists that are given whole are short; this is what one counts for. */
const wholeList = 5;

/** Ranking every neighbour, or moving all that is said of a thing, takes the database about as long as this many plain fields. */
const rankings: Readonly<Record<string, number>> = {
  relatedWorks: 200,
  similarArtists: 200,
  similarSongs: 200,
  recommend: 1_000,
  match: 200,
  readText: 50,
  search: 100,
  resolve: 100,
  mergeEntities: 2_000,
  splitEntity: 2_000,
  notDuplicates: 500,
  decideQuestion: 5_000,
};

/**
 * Refuses what is too deep or too costly before anything of it is run. The cost is about how many records may be read. It is
 * computed here, where the variables are known: validation rules don't see them.
 */
export const operationLimits: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
      checkCost({ schema, operation, fragments: fragmentsOf(document), variableValues: coerced ?? {} });
    },
  }),
};

type Costing = Pick<GraphQLResolveInfo, 'schema' | 'operation' | 'fragments' | 'variableValues'>;

/** Throws what is refused. */
export function checkCost(operation: Costing): void {
  new Cost(operation).count(operation.operation);
}

class Cost {
  private total = 0;
  private readonly schema: GraphQLSchema;
  private readonly fragments: Costing['fragments'];
  private readonly variables: Costing['variableValues'];

  constructor({ schema, fragments, variableValues }: Costing) {
    this.schema = schema;
    this.fragments = fragments;
    this.variables = variableValues;
  }

  count({ operation, selectionSet }: OperationDefinitionNode): void {
    this.selections(this.schema.getRootType(operation), selectionSet, 1, 1);
  }

  private selections(type: GraphQLNamedType | null | undefined, { selections }: SelectionSetNode, times: number, depth: number): void {
    for (const selection of selections) {
      if (selection.kind === 'Field') this.field(type, selection, times, depth);
      else {
        const fragment = selection.kind === 'FragmentSpread' ? this.fragments[selection.name.value] : selection;
        const condition = fragment?.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
        if (fragment) this.selections(condition ?? type, fragment.selectionSet, times, depth);
      }
    }
  }

  private field(type: GraphQLNamedType | null | undefined, node: FieldNode, times: number, depth: number): void {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) return;
    if (depth > limits.depth)
      throw refused(
        'OPERATION_TOO_DEEP',
        `An operation may be ${limits.depth} fields deep, but this one is deeper. Ask for the rest by its id in a second operation.`,
      );
    this.total += times * (rankings[field.name] ?? 1);
    if (this.total > limits.cost)
      throw refused(
        'OPERATION_TOO_COSTLY',
        `An operation may read about ${limits.cost} fields, but this one might read more. Ask for fewer at once (first), or for less of each.`,
      );
    if (node.selectionSet) this.selections(getNamedType(field.type), node.selectionSet, times * this.rowsOf(field, node), depth + 1);
  }

  /** How many rows a field may give. */
  private rowsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const { first, ids, names } = getArgumentValues(field, node, this.variables);
    if (typeof first === 'number') return Math.max(1, first);
    const asked = ids ?? names;
    if (Array.isArray(asked)) return Math.max(1, asked.length);
    // The rows of a connection were counted with its `first`.
    return isListType(getNullableType(field.type)) && !(field.name === 'edges' || field.name === 'nodes') ? wholeList : 1;
  }
}

function refused(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
