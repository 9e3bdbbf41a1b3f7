import { type Cursor, readCursor } from './cursor.js';
import type { Args, Edge, OrderKey, RecordType } from './declare.js';
import { byExternalId, type FindBy } from './find.js';
import { NODE_NAMES } from './ids.js';
import { edgeNamed, typeNamed } from './records.js';
import type { Use } from './use.js';

/**
 * The compiler: a record type and a tree of uses become one statement that reads all of it. The text depends only on the
 * shape of the tree; every value, limits and cursors included, is a parameter. A tree of one use is how a single edge is
 * read, so that both ways of reading rest on the same text.
 */
export interface Compiled {
  readonly type: string;
  readonly uses: readonly Use[];
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Where a question starts there is no record to import into a subquery. */
const noRecord = 'none';

export function compile(type: string, findBy: FindBy, uses: readonly Use[]): Compiled {
  const statement = new Statement();
  const self = type === 'Query' ? noRecord : statement.variable('root');
  const { clauses, projection } = statement.record(type, self, uses);
  const text = ['UNWIND $keys AS key', rootMatch(type, findBy).replaceAll('@this', self), ...clauses, `RETURN key, ${projection} AS record`]
    .filter(Boolean)
    .join('\n');
  return { type, uses, text, parameters: statement.parameters };
}

function rootMatch(type: string, findBy: FindBy): string {
  return findBy === 'key' ? typeNamed(type).find : `CALL (key) { ${byExternalId(type, '@this', 'key')} RETURN @this }`;
}

interface Projected {
  /** Clauses that bind what the projection speaks of. */
  readonly clauses: readonly string[];
  readonly projection: string;
}

class Statement {
  readonly parameters: Record<string, unknown> = {};
  private variables = 0;

  variable(name: string): string {
    this.variables += 1;
    return `${name}${this.variables}`;
  }

  parameter(value: unknown): string {
    const name = `p${Object.keys(this.parameters).length}`;
    this.parameters[name] = value;
    return `$${name}`;
  }

  /** A record's plain fields, and what is used of it: all in one map. */
  record(type: string, self: string, uses: readonly Use[]): Projected {
    const used = uses.map((use) => this.used(type, self, use));
    const entries = used.map(({ projection }, index) => `u${index}: ${projection}`);
    return {
      clauses: used.flatMap(({ clauses }) => clauses),
      projection: type === 'Query' ? `{${entries.join(', ')}}` : `${self} {${[...fieldsOf(typeNamed(type), self), ...entries].join(', ')}}`,
    };
  }

  /** One use: a to-one edge is a MATCH in the row of its record; a list or a count is a subquery, so that it changes no rows. */
  private used(type: string, self: string, use: Use): Projected {
    const edge = edgeNamed(type, use.edge);
    const scope = this.scope(self, edge, use.args);
    const result = scope('@use');
    if (use.want === 'items' && edge.take === 'one') return this.toOne(edge, use, scope);
    const inside = use.want === 'count' ? [...this.rows(edge, use, scope), `RETURN count(*) AS ${result}`] : this.list(edge, use, scope, result);
    return {
      clauses: [`CALL (${self === noRecord ? '' : self}) {\n${inside.join('\n')}\n}`],
      projection: edge.take === 'maybe' ? `head(${result})` : result,
    };
  }

  private toOne(edge: Edge, use: Use, scope: Scope): Projected {
    const target = this.target(edge, use, scope('@that'));
    return { clauses: [scope(edge.match), ...target.clauses], projection: target.projection };
  }

  private list(edge: Edge, use: Use, scope: Scope, result: string): readonly string[] {
    const keys = orderOf(edge, use.args).map((key, index) => ({ ...key, cypher: scope(key.by), name: scope(`@k${index}`) }));
    const row = Object.entries(edge.rowAt).map(([field, cypher]) => ({ field, cypher: withRecords(scope(cypher)), name: scope(`@row_${field}`) }));
    const target = this.target(edge, use, scope('@that'));
    const order = `ORDER BY ${keys.map(({ name, descending }) => (descending ? `${name} DESC` : name)).join(', ')}`;
    const item = [
      `node: ${target.projection}`,
      `at: [${keys.map(({ name }) => name).join(', ')}]`,
      ...row.map(({ field, name }) => `${field}: ${name}`),
    ];
    return [
      ...this.rows(edge, use, scope, keys),
      `WITH ${[scope('@that'), ...[...row, ...keys].map(({ cypher, name }) => `${cypher} AS ${name}`)].join(', ')} ${order} LIMIT ${this.parameter(limitOf(edge, use.args))}`,
      ...target.clauses,
      `WITH {${item.join(', ')}} AS ${scope('@item')}, ${keys.map(({ name }) => name).join(', ')} ${order}`,
      `RETURN collect(${scope('@item')}) AS ${result}`,
    ];
  }

  /** The clauses that bind the rows of an edge: filtered, and after the cursor where there is one. */
  private rows(edge: Edge, use: Use, scope: Scope, keys: readonly SortKey[] = []): string[] {
    const conditions = [
      ...(edge.where && use.args['where'] ? [this.where(edge.where.type, use.args['where'], scope(edge.where.on))] : []),
      ...(keys.length > 0 && use.args['after'] ? [this.after(keys, readCursor(use.args['after'], keys.length))] : []),
    ];
    return [scope(edge.match), ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : [])];
  }

  /** What comes after a cursor: greater in the first key that differs. */
  private after(keys: readonly SortKey[], cursor: Cursor): string {
    return keys.reduceRight((rest, { cypher, descending }, index) => {
      const value = this.parameter(cursor[index]);
      const beyond = `${cypher} ${descending ? '<' : '>'} ${value}`;
      return rest === '' ? beyond : `(${beyond} OR ${cypher} = ${value} AND ${rest})`;
    }, '');
  }

  /** The record an edge leads to; where it may be of several types, each has a projection of its own. */
  private target(edge: Edge, use: Use, that: string): Projected {
    const [only, ...others] = edge.to;
    if (only !== undefined && others.length === 0) return this.record(only, that, use.within[only] ?? []);
    const result = this.variable('node');
    const alternatives = edge.to.map((type) => this.alternative(type, that, use.within[type] ?? [], result));
    return { clauses: [`CALL (${that}) {\n${alternatives.join('\nUNION ALL\n')}\n}`], projection: result };
  }

  private alternative(type: string, that: string, uses: readonly Use[], result: string): string {
    const self = this.variable('as');
    const { clauses, projection } = this.record(type, self, uses);
    return [`WITH ${that} AS ${self} WHERE ${self}:${type}`, ...clauses, `RETURN ${withType(type, projection)} AS ${result}`].join('\n');
  }

  /** A type's filter on one variable, with AND, OR and NOT. */
  private where(type: string, value: unknown, on: string): string {
    const conditions = Object.entries(Object(value)).filter(([, given]) => given != null);
    return conditions.length === 0 ? 'true' : `(${conditions.map(([name, given]) => this.condition(type, name, given, on)).join(' AND ')})`;
  }

  private condition(type: string, name: string, value: unknown, on: string): string {
    if (name === 'NOT') return `NOT coalesce(${this.where(type, value, on)}, false)`;
    if (name === 'AND' || name === 'OR') return this.anyOrAll(type, name, value, on);
    const condition = typeNamed(type).filter[name];
    if (!condition) throw new Error(`No condition ${name} is declared for ${type}.`);
    return condition(value, {
      cypher: this.names(on),
      parameter: (given) => this.parameter(given),
      where: (other, given, variable) => this.where(other, given, variable),
    });
  }

  private anyOrAll(type: string, name: 'AND' | 'OR', value: unknown, on: string): string {
    const each = Array.isArray(value) ? value.map((given) => this.where(type, given, on)) : [];
    return each.length === 0 ? String(name === 'AND') : `(${each.join(` ${name} `)})`;
  }

  /** Makes an edge's Cypher part of this statement: its variables unique, its `$names` parameters. */
  private scope(self: string, edge: Edge, args: Args): Scope {
    const rename = this.names(self);
    const given = edge.given?.(args) ?? {};
    const parameters = new Map<string, string>();
    const parameter = (name: string) => parameters.get(name) ?? parameters.set(name, this.parameter(given[name] ?? null)).get(name) ?? '';
    return (text) => rename(text).replace(/\$(\w+)/g, (_, name: string) => parameter(name));
  }

  private names(self: string): Scope {
    this.variables += 1;
    const level = this.variables;
    return (text) => text.replace(/@(\w+)/g, (_, name: string) => (name === 'this' ? self : `${name}_${level}`));
  }
}

type Scope = (text: string) => string;
type SortKey = OrderKey & { readonly cypher: string; readonly name: string };

const fields = new WeakMap<RecordType, readonly string[]>();

function fieldsOf(declared: RecordType, self: string): readonly string[] {
  const known =
    fields.get(declared) ?? Object.keys(declared.model.shape).map((name) => (declared.at[name] ? `${name}: ${declared.at[name]}` : `.${name}`));
  fields.set(declared, known);
  return known.map((field) => field.replaceAll('@this', self));
}

/** The plain fields of a record with its type, for records that a row carries with it. */
function plain(type: string, variable: string): string {
  return withType(type, `${variable} {${fieldsOf(typeNamed(type), variable).join(', ')}}`);
}

function withType(type: string, projection: string): string {
  return projection.replace('{', `{type: '${type}', `);
}

function withRecords(cypher: string): string {
  return cypher.replace(/RECORD\((\w+)(?:, (\w+))?\)/g, (_, variable: string, type?: string) => (type ? plain(type, variable) : anyNode(variable)));
}

function anyNode(variable: string): string {
  return `CASE ${NODE_NAMES.map((type) => `WHEN ${variable}:${type} THEN ${plain(type, variable)}`).join(' ')} END`;
}

/** The order asked for, else the declared one; made total by the record's own key. */
function orderOf(edge: Edge, args: Args): readonly OrderKey[] {
  const asked = Array.isArray(args['orderBy'])
    ? args['orderBy'].map(({ field, direction }) => ({ by: edge.orders[field] ?? '', descending: direction === 'DESC' }))
    : [];
  return [...(asked.length > 0 ? asked : edge.order), { by: edge.key ?? keyOf(edge) }];
}

function keyOf(edge: Edge): string {
  const [type] = edge.to;
  const key = type === undefined ? undefined : typeNamed(type).at['key'];
  return key ? key.replaceAll('@this', '@that') : '@that.id';
}

/** One more than asked for on a page, to know whether there is a next one. */
function limitOf(edge: Edge, args: Args): number {
  const first = typeof args['first'] === 'number' ? args['first'] : edge.limit;
  return edge.take === 'page' ? first + 1 : Math.min(first, edge.limit);
}
