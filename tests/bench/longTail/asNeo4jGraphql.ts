import { at, each, type Json } from '../json.js';
import type { Translation } from '../operation.js';
import { groupedFields } from './grouped.js';
import type { TailEdge, TailField } from './model.js';
import { defaultFirst, type SelectedEdge, type Selection } from './selection.js';

/** The document in the schema that @neo4j/graphql makes: a relationship's own facts are in a connection, all else in plain lists. */
export function asNeo4jGraphql(selection: Selection): Translation {
  const root = `${selection.type.toLowerCase()}s`;
  return {
    document: `query ($id: ID!) { ${root}(where: {id: {eq: $id}}) { ${body(selection)} } }`,
    shape: (data) => ({ [selection.type.toLowerCase()]: shaped(selection, at(data, root, 0)) }),
  };
}

function body({ fields, edges }: Selection): string {
  return [...fields.map(({ property }) => property), ...edges.map(edgeText)].join(' ');
}

function edgeText({ edge, first, said, selection }: SelectedEdge): string {
  const inner = body(selection);
  const limit = edge.take === 'page' ? (first ?? defaultFirst) : undefined;
  if (said || edge.take === 'many') {
    const saying = said ? `properties { ${edge.said} } ` : '';
    return `${edge.name}Connection${argumentsText([limit && `first: ${limit}`, sortOfConnection(edge)])} { edges { ${saying}node { ${inner} } } }`;
  }
  return `${edge.name}${argumentsText([limit && `limit: ${limit}`, sortOfList(edge)])} { ${inner} }`;
}

function argumentsText(each: readonly (string | number | undefined)[]): string {
  const given = each.filter((text) => text !== undefined);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

const ascending = (by: readonly string[], wrap: (key: string) => string) => `sort: [${by.map((key) => wrap(`{${key}: ASC}`)).join(', ')}]`;

function sortOfConnection({ sort }: TailEdge): string | undefined {
  return sort && ascending(sort.by, (key) => `{${sort.of}: ${key}}`);
}

/** A plain list can't be ordered by what its relationships say. */
function sortOfList({ sort }: TailEdge): string | undefined {
  return sort?.of === 'node' ? ascending(sort.by, (key) => key) : undefined;
}

function shaped(selection: Selection, thing: Json): Json {
  return Object.fromEntries([
    ...fieldsShaped(selection.fields, thing),
    ...selection.edges.map((selected) => [selected.edge.name, edgeShaped(selected, thing)]),
  ]);
}

function fieldsShaped(fields: readonly TailField[], thing: Json): readonly (readonly [string, Json])[] {
  return groupedFields(fields).flatMap(({ within, fields: grouped }) => {
    const values = grouped.map(({ graphql, property }) => [graphql, at(thing, property)] as const);
    if (within === undefined) return values;
    const unknownDate = grouped[0]?.graphql === 'iso' && values[0]?.[1] === null;
    return [[within, unknownDate ? null : Object.fromEntries(values)] as const];
  });
}

function edgeShaped({ edge, said, selection }: SelectedEdge, thing: Json): Json {
  if (edge.take === 'one') return shaped(selection, at(thing, edge.name, 0));
  if (!said && edge.take === 'page') return { nodes: each(thing, [edge.name], (item) => shaped(selection, item)) };
  const rows = each(thing, [`${edge.name}Connection`, 'edges'], (row) => ({
    ...(said && edge.said ? { [edge.said]: at(row, 'properties', edge.said) } : {}),
    [edge.shown ?? 'node']: shaped(selection, at(row, 'node')),
  }));
  return edge.take === 'many' ? rows : { edges: rows };
}
