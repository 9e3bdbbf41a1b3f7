import { open } from 'node:fs/promises';

/** The types of properties, in the words of a CSV header of Neo4j's importer. */
export type ColumnType = 'string' | 'long' | 'double' | 'boolean' | 'string[]' | 'long[]';
export type Columns = Readonly<Record<string, ColumnType>>;
export type Properties = Readonly<Record<string, unknown>>;

/** Between the values of an array: a character that no text has, the unit separator. */
const between = '\u001f';

/** How CSV files are to be read, as options of the importer. */
export const csvOptions = ['--array-delimiter=U+001F', '--id-type=string', '--input-encoding=UTF-8'];

const chunkSize = 1 << 18;

interface Cell {
  readonly fits: (value: unknown) => boolean;
  readonly write: (value: unknown) => string;
}

const plain = (value: unknown) => String(value);
/** Quoted even where it needs no quotes: an empty string in quotes is one, a cell without anything is no property. */
const quoted = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
/** The importer knows no empty array: it leaves the property out. */
const arrayOf = (fits: (value: unknown) => boolean): Cell => ({
  fits: (value) => Array.isArray(value) && value.every((each) => fits(each) && !String(each).includes(between)),
  write: (value) => quoted(Array.isArray(value) ? value.join(between) : ''),
});

const cells: Readonly<Record<ColumnType, Cell>> = {
  string: { fits: (value) => typeof value === 'string', write: quoted },
  long: { fits: Number.isSafeInteger, write: plain },
  double: { fits: Number.isFinite, write: plain },
  boolean: { fits: (value) => typeof value === 'boolean', write: plain },
  'string[]': arrayOf((value) => typeof value === 'string'),
  'long[]': arrayOf(Number.isSafeInteger),
};

/** The cells of a header: `title:string`. */
export function headerOf(columns: Columns): readonly string[] {
  return Object.entries(columns).map(([name, type]) => `${name}:${type}`);
}

/** Makes lines from the keys that a line begins with and properties; absent properties are left out. `table` names the rows in errors. */
export function lineWriter(table: string, columns: Columns): (keys: readonly string[], properties: Properties) => string {
  const writers = Object.entries(columns).map(([name, type]) => cellWriter(table, name, type));
  return (keys, properties) => {
    for (const name in properties) if (!(name in columns)) throw new Error(unknownColumn(table, name, columns));
    return [...keys.map(quoted), ...writers.map((write) => write(properties))].join(',');
  };
}

function cellWriter(table: string, name: string, type: ColumnType): (properties: Properties) => string {
  const { fits, write } = cells[type];
  return (properties) => {
    const value = properties[name];
    if (value === undefined || value === null) return '';
    if (!fits(value)) throw new Error(`${name} of ${table} must be a ${type}, but got ${JSON.stringify(value)}. Correct the row or the column.`);
    return write(value);
  };
}

function unknownColumn(table: string, name: string, columns: Columns): string {
  return `A property of ${table} must be one of ${Object.keys(columns).join(', ')}, but got ${name}. Add a column for it.`;
}

interface Written {
  readonly lines: number;
  /** Whether a value has a line break, which the importer wants to be told. */
  readonly multiline: boolean;
}

/** Writes lines as they are made, and waits for the disk before more are asked for. */
export async function writeCsv(file: string, header: readonly string[], lines: AsyncIterable<string>): Promise<Written> {
  const output = await open(file, 'wx');
  try {
    let chunk = `${header.join(',')}\n`;
    let count = 0;
    let multiline = false;
    for await (const line of lines) {
      chunk += `${line}\n`;
      count += 1;
      multiline ||= /[\r\n]/.test(line);
      if (chunk.length < chunkSize) continue;
      await output.appendFile(chunk);
      chunk = '';
    }
    await output.appendFile(chunk);
    return { lines: count, multiline };
  } finally {
    await output.close();
  }
}
