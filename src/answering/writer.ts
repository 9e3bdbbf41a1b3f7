import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { fieldsFor, type Selecting, selectionsOf } from '../planning/selections.js';
import { Declined } from './declined.js';
import { quote } from './quote.js';

/**
 * Writes what a selection asks of a value as JSON, in one go: the resolvers are run as an executor would run them, but their
 * values go into the text at once. It declines whatever is not plain, such as an error or a value that has to be waited for;
 * then an executor has to tell the answer.
 *
 * The text is put out in pieces, to be joined at the end: adding up strings leaves a heap of halves behind for the collector.
 */
export type Write = (value: unknown, context: unknown, out: string[]) => void;

export function writerOf(operation: Selecting, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  const write = writerOfNullable(operation, getNullableType(type), nodes);
  const isNonNull = isNonNullType(type);
  return (value, context, out) => {
    if (value != null) write(value, context, out);
    else if (isNonNull) throw new Declined('A value that must be there is null.');
    else out.push('null');
  };
}

function writerOfNullable(operation: Selecting, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  if (isListType(type)) return listWriter(writerOf(operation, type.ofType, nodes));
  if (isLeafType(type)) return leafWriter(type);
  const selections = selectionsOf(nodes);
  if (isObjectType(type)) return objectWriter(operation, type, selections);
  return byType((name) => objectWriter(operation, objectTypeNamed(operation, name), selections));
}

/** Of an interface or a union, each type that comes by has a writer of its own. */
function byType(writerFor: (name: string) => Write): Write {
  const writers = new Map<string, Write>();
  return (value, context, out) => {
    const { __typename: name } = value as { readonly __typename: string };
    const write = writers.get(name) ?? writerFor(name);
    writers.set(name, write);
    write(value, context, out);
  };
}

function objectTypeNamed({ schema }: Selecting, name: string): GraphQLObjectType {
  const type: GraphQLNamedType | undefined = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Declined(`${name} is no type of object.`);
}

function listWriter(write: Write): Write {
  return (value, context, out) => {
    if (!Array.isArray(value)) throw new Declined('A list is none.');
    out.push('[');
    for (let index = 0; index < value.length; index += 1) {
      if (index > 0) out.push(',');
      write(value[index], context, out);
    }
    out.push(']');
  };
}

function leafWriter(type: GraphQLOutputType & { readonly name: string; serialize(value: unknown): unknown }): Write {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
    return (value, _context, out) => void out.push(texts.get(value) ?? JSON.stringify(type.serialize(value)));
  }
  const isText = type.name === 'String' || type.name === 'ID';
  return (value, _context, out) => {
    if (isText && typeof value === 'string') quote(value, out);
    else out.push(JSON.stringify(type.serialize(value)));
  };
}

function objectWriter(operation: Selecting, type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Write {
  const fields = [...fieldsFor(operation, type, selections)].map(([name, nodes], index) => ({
    key: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    write: fieldWriter(operation, type, nodes),
  }));
  return (value, context, out) => {
    for (const { key, write } of fields) {
      out.push(key);
      write(value, context, out);
    }
    out.push('}');
  };
}

function fieldWriter(operation: Selecting, type: GraphQLObjectType, nodes: readonly FieldNode[]): Write {
  const [node] = nodes;
  if (node?.name.value === '__typename') return always(JSON.stringify(type.name));
  const field = node && type.getFields()[node.name.value];
  if (!node || !field) throw new Declined('A field is not known.');
  return resolvedWriter(operation, field, node, writerOf(operation, field.type, nodes));
}

function resolvedWriter({ variableValues }: Selecting, field: GraphQLField<unknown, unknown>, node: FieldNode, write: Write): Write {
  const { name, resolve } = field;
  if (!resolve) return (source, context, out) => write((source as Readonly<Record<string, unknown>>)[name], context, out);
  const args = getArgumentValues(field, node, variableValues);
  // Of what an executor tells its resolvers, those below the root need no more than the name.
  const info = { fieldName: name } as GraphQLResolveInfo;
  return (source, context, out) => {
    const value = resolve(source, args, context, info);
    if (value instanceof Promise) throw new Declined(`${name} has to be waited for.`);
    write(value, context, out);
  };
}

function always(text: string): Write {
  return (_value, _context, out) => void out.push(text);
}
