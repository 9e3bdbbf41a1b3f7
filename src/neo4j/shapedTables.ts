import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ColumnType, headerOf, lineWriter, type Properties } from './csv.js';

/** A node by a key that is unique in its space; relationships name it so. */
export interface ShapedNode {
  readonly labels: readonly string[];
  /** The property that is the key. */
  readonly keyName: string;
  readonly space: string;
  readonly key: string;
  readonly properties: Properties;
}

interface End {
  readonly space: string;
  readonly key: string;
}

export interface ShapedRelationship {
  readonly type: string;
  readonly from: End;
  readonly to: End;
  readonly properties: Properties;
}

const bufferSize = 1 << 14;

/**
 * Nodes and relationships in files for Neo4j's offline importer. Which properties they have need not be told beforehand: what has the same
 * ones, of the same types, goes into one file, so that a number is stored as a statement would store it.
 */
export class ShapedTables {
  private readonly folder: string;
  private readonly tables = new Map<string, Table>();
  count = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  node({ labels, keyName, space, key, properties }: ShapedNode): void {
    this.write(`--nodes=${labels.join(':')}`, `${keyName}:ID(${space})`, [key], properties);
  }

  relationship({ type, from, to, properties }: ShapedRelationship): void {
    this.write(`--relationships=${type}`, `:START_ID(${from.space}),:END_ID(${to.space})`, [from.key, to.key], properties);
  }

  /** The options that hand the files to the importer, which is to run in the folder. */
  end(): readonly string[] {
    const tables = [...this.tables.values()];
    for (const table of tables) table.end();
    return [
      ...(tables.some(({ multiline }) => multiline) ? ['--multiline-fields=true'] : []),
      ...tables.map(({ option, name }) => `${option}=${name}`),
    ];
  }

  private write(option: string, ends: string, keys: readonly string[], properties: Properties): void {
    const present = given(properties);
    this.table(option, ends, columnsOf(present)).write(keys, present);
    this.count += 1;
  }

  private table(option: string, keys: string, columns: Readonly<Record<string, ColumnType>>): Table {
    const header = [keys, ...headerOf(columns)].join(',');
    const shape = `${option} ${header}`;
    const known = this.tables.get(shape);
    if (known) return known;
    const made = new Table(this.folder, `${this.tables.size}.csv`, option, header, lineWriter(option, columns));
    this.tables.set(shape, made);
    return made;
  }
}

/** Lines of one shape, some kept until a piece is worth writing. A file is open only while it is written: there may be hundreds. */
class Table {
  readonly option: string;
  readonly name: string;
  multiline = false;
  private readonly path: string;
  private readonly lineOf: ReturnType<typeof lineWriter>;
  private waiting: string;

  constructor(folder: string, name: string, option: string, header: string, lineOf: ReturnType<typeof lineWriter>) {
    this.option = option;
    this.name = name;
    this.path = join(folder, name);
    this.lineOf = lineOf;
    this.waiting = `${header}\n`;
  }

  write(keys: readonly string[], properties: Properties): void {
    const line = this.lineOf(keys, properties);
    this.multiline ||= /[\r\n]/.test(line);
    this.waiting += `${line}\n`;
    if (this.waiting.length >= bufferSize) this.end();
  }

  end(): void {
    appendFileSync(this.path, this.waiting);
    this.waiting = '';
  }
}

const given = (properties: Properties): Properties => Object.fromEntries(Object.entries(properties).filter(([, value]) => value != null));

const columnsOf = (properties: Properties): Readonly<Record<string, ColumnType>> =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, typeOf(name, value)]));

function typeOf(name: string, value: unknown): ColumnType {
  if (Array.isArray(value) && value.length > 0) return value.every((each) => typeof each === 'string') ? 'string[]' : 'long[]';
  if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'double';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as 'string' | 'boolean';
  throw new Error(
    `${name} can't be imported: ${JSON.stringify(value)}. A property is a text, a number, a truth value or an array that is not empty.`,
  );
}
