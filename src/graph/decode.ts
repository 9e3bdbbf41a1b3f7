import { LRUCache } from 'lru-cache';
import { checkOf } from './check.js';
import { type Cursor, writeCursor } from './cursor.js';
import type { Edge } from './declare.js';
import { fieldsOf, nothing, nothingSaid, onlyType, sayingOf } from './layout.js';
import { edgeNamed, typeNamed } from './records.js';
import { nameOf, type Use, type Wanted } from './use.js';

/** A record as it is handed out: its plain fields (not told here), its type, and what was read along with it. */
export interface Loaded {
  readonly __typename: string;
  /** Where in its cells stands what was read along with it, under the names of the uses; no caller sees it. */
  readonly [readAlong]?: ReadonlyMap<string, number>;
  readonly [cells]?: readonly unknown[];
}

export const readAlong = Symbol('read along');
export const cells = Symbol('cells');

/** A field that was not read, because nobody was thought to ask for it. */
export class Unread extends Error {}

/** Makes a record or a row of the list that the database gave, checked by the models of its type; trusted from there on. */
type Decode = (given: unknown[]) => unknown;

function decoderOf(type: string, wanted: Wanted): Decode {
  const { model } = typeNamed(type);
  const fields = fieldsOf(type, wanted);
  const checks = Object.entries(model.shape).flatMap(([name, field]) => (fields.includes(name) ? [checkOf(name, field)] : []));
  const parts = [...checks, ...wanted.uses.map((use) => decoderOfUse(type, use))];
  const names = new Map(wanted.uses.map((use, index) => [nameOf(use), fields.length + index]));
  const Row = rowClass(Object.keys(model.shape), fields, type);
  Object.assign(Row.prototype, { __typename: type, [readAlong]: names });
  return (given) => {
    // In place, and without a function a cell: this is done for every record of every answer.
    for (let index = 0; index < parts.length; index += 1) given[index] = parts[index]?.(given[index]);
    return new Row(given);
  };
}

/** A record that a row carried with it, as a map of all its plain fields. */
export function recordOf(type: string, raw: Readonly<Record<string, unknown>>): Loaded {
  const decode = carriedDecoders.get(type) ?? decoderOf(type, nothing);
  carriedDecoders.set(type, decode);
  return decode(fieldsOf(type, nothing).map((name) => raw[name] ?? null)) as Loaded;
}

const carriedDecoders = new Map<string, Decode>();

/** What one use of a record gives: a count, a record, null or a list. */
export function decoderOfUse(type: string, use: Use): (value: unknown) => unknown {
  if (use.want === 'count') return (value) => value;
  const edge = edgeNamed(type, use.edge);
  const target = targetDecoder(type, use);
  if (edge.take === 'one') return target;
  if (edge.take === 'maybe') return (value) => (value == null ? null : target(value));
  const item = itemDecoder(edge, use, target);
  return (value) => (value as unknown[]).map(item);
}

/** Records of several types come with the name of theirs. */
function targetDecoder(type: string, use: Use): (value: unknown) => unknown {
  const only = onlyType(type, use);
  const decoders = new Map(edgeNamed(type, use.edge).to.map((each) => [each, decoderOf(each, use.within[each] ?? nothing)]));
  const decode = decoders.get(only ?? '');
  if (decode) return (value) => decode(value as unknown[]);
  return (value) => {
    const [name, given] = value as [string, unknown[]];
    return decoders.get(name)?.(given);
  };
}

function itemDecoder(edge: Edge, use: Use, target: (value: unknown) => unknown): (value: unknown) => unknown {
  if (edge.take === 'many' && Object.keys(edge.row).length === 0) return target;
  const saying = sayingOf(edge, use);
  const checks = Object.entries(edge.row).flatMap(([name, [model]]) => (saying.fields.includes(name) ? [checkOf(name, model)] : []));
  const Row = rowClass(['node', ...Object.keys(edge.row)], ['node', ...saying.fields], `A row of ${use.edge}`);
  const at = saying.cursor ? checks.length + 1 : -1;
  Object.defineProperty(Row.prototype, 'cursor', {
    get(this: CellsOf) {
      if (at < 0) throw new Unread(`The cursor of a row of ${use.edge} was not read.`);
      return writeCursor(this[cells][at] as Cursor);
    },
  });
  if (nothingSaid(saying)) return (value) => new Row([target(value)]);
  return (value) => {
    const given = value as unknown[];
    given[0] = target(given[0]);
    for (let index = 0; index < checks.length; index += 1) given[index + 1] = checks[index]?.(given[index + 1]);
    return new Row(given);
  };
}

interface CellsOf {
  readonly [cells]: readonly unknown[];
}

type RowClass = new (given: readonly unknown[]) => Loaded;

/** Statements come and go; the classes of what they read are few. */
const shown = new LRUCache<string, RowClass>({ max: 1_000 });

/** A class of things that show their cells as fields: `all` are the fields there might be, `read` those that there are, in the cells' order. */
function rowClass(all: readonly string[], read: readonly string[], what: string): RowClass {
  const name = `${what} of ${all.join(' ')}: ${read.join(' ')}`;
  const known = shown.get(name) ?? newRowClass(all, read, what);
  shown.set(name, known);
  // What its reader knows of it besides is set on a prototype of its own.
  return class extends known {};
}

function newRowClass(all: readonly string[], read: readonly string[], what: string): RowClass {
  class Row implements CellsOf {
    readonly [cells]: readonly unknown[];

    constructor(given: readonly unknown[]) {
      this[cells] = given;
    }
  }
  for (const name of all) Object.defineProperty(Row.prototype, name, { enumerable: true, get: cellAt(read.indexOf(name), what, name) });
  // Its type and what was read along are set on the prototype by whoever knows them.
  return Row as unknown as RowClass;
}

function cellAt(index: number, what: string, name: string): (this: CellsOf) => unknown {
  if (index >= 0)
    return function cell() {
      return this[cells][index];
    };
  return () => {
    throw new Unread(`${what}: ${name} was not read.`);
  };
}
