import type { Loaded } from './loader.js';

const columns = ['source', 'read', 'loaded', 'merged', 'open', 'rejected', 'changed', 'withdrawn', 'loose', 'statements'] as const;

/** What came of loads, as a table for people. Every record read is loaded, merged, open or rejected: else the loader is wrong. */
export function reportOf(loads: readonly Loaded[]): string {
  for (const { source, read, loaded, merged, open, rejected } of loads) {
    const sum = loaded + merged + open + rejected;
    if (sum !== read) throw new Error(`Of ${source} ${read} records were read, but ${sum} are accounted for.`);
  }
  const rows = [
    [...columns, 'seconds', 'a second'],
    ...loads.map((each) => [
      ...columns.map((column) => shown(each[column])),
      each.seconds.toFixed(1),
      shown(Math.round(each.statements / Math.max(each.seconds, 0.001))),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}

const shown = (value: string | number) => (typeof value === 'number' ? value.toLocaleString('en') : value);
