import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../shared/facts/', import.meta.url);
/** Whether ../shared is there. */
export const given = existsSync(folder);

/** The rows of a table, without its heading. */
export const rowsOf = (name: string): string[][] => {
  if (!given) return [[]];
  const [, ...lines] = readFileSync(fileURLToPath(new URL(name, folder)), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => line.split('\t'));
};
