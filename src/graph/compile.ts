import { type Cursor, readCursor } from './cursor.js';
import type { Args, Edge, OrderKey, RecordType } from './declare.js';
import { NODE_NAMES } from './ids.js';
import { fieldsOf, nothing, nothingSaid, onlyType, sayingOf } from './layout.js';
import { edgeNamed, typeNamed } from './records.js';
import type { Use, Wanted } from './use.js';

/**
 * The compiler: a tree of uses, from the record that every question starts from, becomes one statement that reads all of it.
 * The text depends only on the shape of the tree; every value is a parameter. Many may ask the same statement at once: the
 * values of the outermost uses (ids, cursors, filters) come as one list a caller, `$asks`; those further in, and limits, are
 * the same for all.
 */
export interface Compiled {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export function compile(uses: readonly Use[]): Compiled {
  const statement = new Statement();
  const roots = uses.map((use) => statement.root(use, uses.length === 1));
  const asked = ['ask[0] AS ask0', ...statement.asked.values.map((_value, index) => `ask[${index + 1}] AS ask${index + 1}`)];
  const text = [
    'UNWIND $asks AS ask',
    `WITH ${asked.join(', ')}`,
    ...roots.flatMap(({ clauses }) => clauses),
    `RETURN ask0 AS ask, [${roots.map(({ projection }) => projection).join(', ')}] AS answer`,
  ].join('\n');
  return { text, parameters: Object.fromEntries(statement.fixed.values.map((value, index) => [`p${index + 1}`, value])) };
}

/** The values that a caller asks a statement of this shape with. */
export function askOf(uses: readonly Use[]): readonly unknown[] {
  const statement = new Statement();
  for (const use of uses) statement.rowsOfRoot(use);
  return statement.asked.values;
}

interface Projected {
  /** Clauses that bind what the projection speaks of. */
  readonly clauses: readonly string[];
  readonly projection: string;
}

/** Values that a text speaks of by names of its own. */
class Values {
  readonly values: unknown[] = [];
  private readonly prefix: string;

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  add(value: unknown): string {
    return `${this.prefix}${this.values.push(value)}`;
  }

  /** The names given since there were `count`. */
  namesSince(count: number): readonly string[] {
    return this.values.slice(count).map((_value, index) => `${this.prefix}${count + index + 1}`);
  }
}

/** The clauses that bind the rows of an edge, and what else is said of them in the same names. */
interface Rows {
  readonly edge: Edge;
  readonly clauses: readonly string[];
  readonly keys: readonly SortKey[];
  readonly scope: Scope;
}

class Statement {
  readonly asked = new Values('ask');
  readonly fixed = new Values('$p');
  private variables = 0;

  /** A use that a question starts with. */
  root(use: Use, alone: boolean): Projected {
    const before = this.asked.values.length;
    const rows = this.rowsOfRoot(use);
    const imports = this.asked.namesSince(before).join(', ');
    if (!(alone && rows.edge.take === 'maybe')) return this.subquery('Query', imports, use, rows);
    // One record alone needs no list of its own: where there is none there is no row.
    const that = rows.scope('@that');
    const target = this.target('Query', use, that);
    return { clauses: [`CALL (${imports}) {\n${rows.clauses.join('\n')}\nRETURN ${that}\n}`, ...target.clauses], projection: target.projection };
  }

  rowsOfRoot(use: Use): Rows {
    return this.rows(edgeNamed('Query', use.edge), use, 'none', this.asked);
  }

  /** A record's plain fields, and what is used of it: all in one list. */
  private record(type: string, self: string, wanted: Wanted): Projected {
    const used = wanted.uses.map((use) => this.used(type, self, use));
    const fields = fieldsOf(type, wanted).map((name) => fieldAt(typeNamed(type), name, self));
    return {
      clauses: used.flatMap(({ clauses }) => clauses),
      projection: `[${[...fields, ...used.map(({ projection }) => projection)].join(', ')}]`,
    };
  }

  /** One use of a record: a to-one edge is a MATCH in the row of its record; a list or a count is a subquery, so that it changes no rows. */
  private used(type: string, self: string, use: Use): Projected {
    const edge = edgeNamed(type, use.edge);
    const rows = this.rows(edge, use, self, this.fixed);
    if (use.want === 'count' || edge.take !== 'one') return this.subquery(type, self, use, rows);
    const target = this.target(type, use, rows.scope('@that'));
    return { clauses: [...rows.clauses, ...target.clauses], projection: target.projection };
  }

  private subquery(type: string, imports: string, use: Use, rows: Rows): Projected {
    const result = rows.scope('@use');
    const inside = use.want === 'count' ? [...rows.clauses, `RETURN count(*) AS ${result}`] : this.list(type, imports, use, rows, result);
    return {
      clauses: [`CALL (${imports}) {\n${inside.join('\n')}\n}`],
      projection: use.want === 'items' && rows.edge.take === 'maybe' ? `head(${result})` : result,
    };
  }

  private list(type: string, imports: string, use: Use, { edge, clauses, keys, scope }: Rows, result: string): readonly string[] {
    const wanted = sayingOf(edge, use);
    const said = Object.entries(edge.row).flatMap(([field, [, cypher]]) =>
      wanted.fields.includes(field) ? [{ cypher: withRecords(scope(cypher)), name: scope(`@said_${field}`) }] : [],
    );
    const that = scope('@that');
    const target = this.target(type, use, that);
    const order = `ORDER BY ${keys.map(({ name, descending }) => (descending ? `${name} DESC` : name)).join(', ')}`;
    const names = keys.map(({ name }) => name);
    const at = wanted.cursor ? [`[${names.join(', ')}]`] : [];
    const item = nothingSaid(wanted) ? target.projection : `[${[target.projection, ...said.map(({ name }) => name), ...at].join(', ')}]`;
    // What rows say is worked out only for those that are left.
    const kept = [that, ...boundIn(clauses, said.map(({ cypher }) => cypher).join(' ')).filter((name) => name !== that && name !== imports)];
    const saying = said.map(({ cypher, name }) => `${cypher} AS ${name}`);
    return [
      ...clauses,
      `WITH ${[...kept, ...keys.map(({ cypher, name }) => `${cypher} AS ${name}`)].join(', ')} ${order} LIMIT ${this.fixed.add(limitOf(edge, use.args))}`,
      ...(said.length > 0 ? [`WITH ${[that, ...saying, ...names].join(', ')}`] : []),
      ...target.clauses,
      `WITH ${item} AS ${scope('@item')}, ${names.join(', ')} ${order}`,
      `RETURN collect(${scope('@item')}) AS ${result}`,
    ];
  }

  /** The rows of an edge: filtered, and after the cursor where there is one. What is given comes into `values` in one fixed order. */
  private rows(edge: Edge, use: Use, self: string, values: Values): Rows {
    const scope = this.scope(self, edge, use.args, values);
    const keys =
      use.want === 'count' ? [] : orderOf(edge, use.args).map((key, index) => ({ ...key, cypher: scope(key.by), name: scope(`@k${index}`) }));
    const [first] = keys;
    const conditions = [
      // Without it Neo4j can't know that the index holds them all.
      ...(edge.indexed && first ? [`${first.cypher} IS NOT NULL`] : []),
      ...(edge.where && use.args['where'] ? [this.where(edge.where.type, use.args['where'], scope(edge.where.on), values)] : []),
      ...(keys.length > 0 && use.args['after'] ? [after(keys, readCursor(use.args['after'], keys.length), values)] : []),
    ];
    const clauses = [scope(matchOf(edge, use)), ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : [])];
    return { edge, clauses, keys, scope };
  }

  /** The record an edge leads to; where it may be of several types, each has a projection of its own, named by its type. */
  private target(type: string, use: Use, that: string): Projected {
    const only = onlyType(type, use);
    if (only !== undefined) return this.record(only, that, use.within[only] ?? nothing);
    this.variables += 1;
    const result = `node_${this.variables}`;
    const alternatives = edgeNamed(type, use.edge).to.map((each) => this.alternative(each, that, use.within[each] ?? nothing, result));
    return { clauses: [`CALL (${that}) {\n${alternatives.join('\nUNION ALL\n')}\n}`], projection: result };
  }

  private alternative(type: string, that: string, wanted: Wanted, result: string): string {
    this.variables += 1;
    const self = `as_${this.variables}`;
    const { clauses, projection } = this.record(type, self, wanted);
    return [`WITH ${that} AS ${self} WHERE ${self}:${type}`, ...clauses, `RETURN ['${type}', ${projection}] AS ${result}`].join('\n');
  }

  /** A type's filter on one variable, with AND, OR and NOT. */
  private where(type: string, value: unknown, on: string, values: Values): string {
    const conditions = Object.entries(Object(value)).filter(([, given]) => given != null);
    if (conditions.length === 0) return 'true';
    return `(${conditions.map(([name, given]) => this.condition(type, name, given, on, values)).join(' AND ')})`;
  }

  private condition(type: string, name: string, value: unknown, on: string, values: Values): string {
    if (name === 'NOT') return `NOT coalesce(${this.where(type, value, on, values)}, false)`;
    if (name === 'AND' || name === 'OR') return this.anyOrAll(type, name, value, on, values);
    const condition = typeNamed(type).filter[name];
    if (!condition) throw new Error(`No condition ${name} is declared for ${type}.`);
    return condition(value, {
      cypher: this.names(on),
      parameter: (given) => values.add(given),
      where: (other, given, variable) => this.where(other, given, variable, values),
    });
  }

  private anyOrAll(type: string, name: 'AND' | 'OR', value: unknown, on: string, values: Values): string {
    const each = Array.isArray(value) ? value.map((given) => this.where(type, given, on, values)) : [];
    return each.length === 0 ? String(name === 'AND') : `(${each.join(` ${name} `)})`;
  }

  /** Makes an edge's Cypher part of this statement: its variables unique, its `$names` values. */
  private scope(self: string, edge: Edge, args: Args, values: Values): Scope {
    const rename = this.names(self);
    const given = Object.entries(edge.given?.(args) ?? {}).map(([name, value]): [string, string] => [name, values.add(value ?? null)]);
    if (given.length === 0) return rename;
    const names = new Map(given);
    return (text) => rename(text).replace(/\$(\w+)/g, (_, name: string) => names.get(name) ?? 'null');
  }

  private names(self: string): Scope {
    this.variables += 1;
    const level = this.variables;
    return (text) => text.replace(/@(\w+)/g, (_, name: string) => (name === 'this' ? self : `${name}_${level}`));
  }
}

type Scope = (text: string) => string;
type SortKey = OrderKey & { readonly cypher: string; readonly name: string };

/**
 * What comes after a cursor: greater in the first key that differs. That the first key is at least equal is said on its own
 * as well, for only that can Neo4j look up in an index.
 */
function after(keys: readonly SortKey[], cursor: Cursor, values: Values): string {
  const named = keys.map(({ cypher, descending }, index) => ({ cypher, beyond: descending ? '<' : '>', value: values.add(cursor[index]) }));
  const beyond = named.reduceRight((rest, { cypher, beyond, value }) => {
    const further = `${cypher} ${beyond} ${value}`;
    return rest === '' ? further : `(${further} OR ${cypher} = ${value} AND ${rest})`;
  }, '');
  const [first] = named;
  return first ? `${first.cypher} ${first.beyond}= ${first.value} AND ${beyond}` : beyond;
}

function fieldAt(declared: RecordType, name: string, self: string): string {
  return declared.at[name]?.replaceAll('@this', self) ?? `${self}.${name}`;
}

/** The variables of this text that the clauses have bound. */
function boundIn(clauses: readonly string[], text: string): readonly string[] {
  const bound = new Set(clauses.join(' ').match(/\b[a-zA-Z]\w*_\d+\b/g));
  return [...new Set(text.match(/\b[a-zA-Z]\w*_\d+\b/g))].filter((name) => bound.has(name));
}

/** A record that a row carries with it: its plain fields and its type in a map. */
export function plain(type: string, variable: string): string {
  const fields = fieldsOf(type, nothing).map((name) => `${name}: ${fieldAt(typeNamed(type), name, variable)}`);
  return `{type: '${type}', ${fields.join(', ')}}`;
}

function withRecords(cypher: string): string {
  return cypher.replace(/RECORD\((\w+)(?:, (\w+))?\)/g, (_, variable: string, type?: string) => (type ? plain(type, variable) : anyNode(variable)));
}

function anyNode(variable: string): string {
  return `CASE ${NODE_NAMES.map((type) => `WHEN ${variable}:${type} THEN ${plain(type, variable)}`).join(' ')} END`;
}

function matchOf({ match, lighter }: Edge, { said }: Use): string {
  return lighter && said && !said.includes(lighter.without) ? lighter.match : match;
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
