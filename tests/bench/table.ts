export type Rows = readonly (readonly string[])[];

/** Columns side by side for a terminal: the first to the left, figures to the right. */
export function asText(head: readonly string[], rows: Rows): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  ');
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

export function asMarkdown(head: readonly string[], rows: Rows): string {
  return [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export type Format = typeof asText;

const pad = (cell: string, width: number, column: number) => (column === 0 ? cell.padEnd(width) : cell.padStart(width));
