import { groupedFields } from './grouped.js';
import type { TailField } from './model.js';
import type { SelectedEdge, Selection } from './selection.js';

/** The document in this product's schema, as somebody writes it by hand: values in the text, the id as a variable. */
export function asGraphql(selection: Selection): string {
  return `query ($id: ID!) { ${selection.type.toLowerCase()}(id: $id) { ${body(selection)} } }`;
}

function body({ fields, edges }: Selection): string {
  return [...fieldTexts(fields), ...edges.map(edgeText)].join(' ');
}

function fieldTexts(fields: readonly TailField[]): readonly string[] {
  return groupedFields(fields).flatMap(({ within, fields: grouped }) => {
    const names = grouped.map(({ graphql }) => graphql);
    return within === undefined ? names : [`${within} { ${names.join(' ')} }`];
  });
}

function edgeText({ edge, first, said, selection }: SelectedEdge): string {
  const inner = body(selection);
  if (edge.take === 'one') return `${edge.name} { ${inner} }`;
  const saying = said ? `${edge.said} ` : '';
  if (edge.take === 'many') return `${edge.name} { ${saying}${edge.shown} { ${inner} } }`;
  const page = said ? `edges { ${saying}node { ${inner} } }` : `nodes { ${inner} }`;
  return `${edge.name}${first === undefined ? '' : `(first: ${first})`} { ${page} }`;
}
