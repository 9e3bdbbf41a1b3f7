import { existsSync, readdirSync, readFileSync } from 'node:fs';

const folder = new URL('examples/', import.meta.url);

/** The explorer's example operations in the order of its tabs. The title is the first line of the query, which is a comment. */
export const readExamples = (): readonly Example[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const query = readFileSync(new URL(name, folder), 'utf8');
      return { title: query.slice(2, query.indexOf('\n')), query, variables: readVariables(name.replace('.graphql', '.json')) };
    });

export type Example = {
  readonly title: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const readVariables = (name: string): Example['variables'] => {
  const file = new URL(name, folder);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};
