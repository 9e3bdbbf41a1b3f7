import { byId, type Statement } from '../statement.js';
import { groupedFields } from './grouped.js';
import type { TailField } from './model.js';
import { defaultFirst, type SelectedEdge, type Selection } from './selection.js';

/** The statement that somebody would write by hand for this document: only the fields it needs, limits before what hangs on the rows. */
export function asCypher(selection: Selection): Statement {
  const root = selection.type.toLowerCase();
  return byId(`MATCH (${root}:${selection.type} {id: $id})`, `{${root}: ${body(selection, root)}}`);
}

function body({ fields, edges }: Selection, variable: string): string {
  return `{${[...fieldTexts(fields, variable), ...edges.map((edge, index) => edgeText(edge, variable, `${variable}_${index}`))].join(', ')}}`;
}

function fieldTexts(fields: readonly TailField[], variable: string): readonly string[] {
  return groupedFields(fields).flatMap(({ within, fields: grouped }) => {
    const [first] = grouped;
    const texts = grouped.map(({ graphql, property }) => `${graphql}: ${variable}.${property}`);
    if (within === undefined || !first) return texts;
    const object = `{${texts.join(', ')}}`;
    return [`${within}: ${first.graphql === 'iso' ? `CASE WHEN ${variable}.${first.property} IS NOT NULL THEN ${object} END` : object}`];
  });
}

function edgeText(selected: SelectedEdge, from: string, level: string): string {
  const { edge } = selected;
  const [row, that] = [`${level}r`, `${level}n`];
  const named = (cypher: string) =>
    cypher
      .replace(/\brow\b/g, row)
      .replace(/\bthat\b/g, that)
      .replace(/\bwork\b/g, `${level}w`)
      .replace('@this', from);
  const rows = `MATCH ${named(edge.pattern)}`;
  const item = body(selected.selection, that);
  if (edge.take === 'one') return `${edge.name}: head(COLLECT { ${rows} RETURN ${item} })`;
  const ordered = `${rows} WITH ${row}, ${that} ORDER BY ${named(edge.order)}`;
  return edge.take === 'many'
    ? `${edge.name}: COLLECT { ${ordered} RETURN ${itemText(selected, row, item)} }`
    : `${edge.name}: {${selected.said ? 'edges' : 'nodes'}: COLLECT { ${ordered} LIMIT ${selected.first ?? defaultFirst} RETURN ${itemText(selected, row, item)} }}`;
}

function itemText({ edge, said }: SelectedEdge, row: string, item: string): string {
  const saying = said ? `${edge.said}: ${row}.${edge.said}, ` : '';
  if (edge.take === 'many') return `{${saying}${edge.shown}: ${item}}`;
  return said ? `{${saying}node: ${item}}` : item;
}
