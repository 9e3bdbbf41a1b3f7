import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isObjectType,
} from 'graphql';

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Things that random operations may ask for. */
export interface Known {
  readonly ids: readonly string[];
  readonly malIds: readonly string[];
  readonly texts: readonly string[];
}

/** Random operations over a schema: selections, arguments, filters, orders, aliases, fragments, @include and @skip. */
export function operations(schema: GraphQLSchema, known: Known): fc.Arbitrary<Operation> {
  return fc.array(fc.nat(9_999), { minLength: 60, maxLength: 400 }).map((choices) => new Writer(schema, known, choices).operation());
}

/** Writes an operation out of a list of choices; when they run out, the smallest choice is taken, so that every operation ends. */
class Writer {
  private readonly fragments: string[] = [];
  private aliases = 0;
  private next = 0;
  private readonly schema: GraphQLSchema;
  private readonly known: Known;
  private readonly choices: readonly number[];

  constructor(schema: GraphQLSchema, known: Known, choices: readonly number[]) {
    this.schema = schema;
    this.known = known;
    this.choices = choices;
  }

  operation(): Operation {
    const root = Array.from({ length: 1 + (this.choice() % 2) }, (_, index) => `r${index}: ${this.root()}`).join(' ');
    const query = `query ($yes: Boolean!, $no: Boolean!, $few: Int!) { ${root} } ${this.fragments.join(' ')}`;
    const used = ['yes', 'no', 'few'].filter((name) => query.split(`$${name}`).length > 2);
    const types = { yes: 'Boolean!', no: 'Boolean!', few: 'Int!' };
    return {
      query: query.replace(/\(.*?\)/, used.length > 0 ? `(${used.map((name) => `$${name}: ${Reflect.get(types, name)}`).join(', ')})` : ''),
      variables: { yes: true, no: false, few: 2 },
    };
  }

  private root(): string {
    return this.oneOf([
      () => `node(id: "${this.oneOf(this.known.ids)}") ${this.selection('Node', 4)}`,
      () => `nodes(ids: [${[1, 2, 3].map(() => `"${this.oneOf(this.known.ids)}"`).join(', ')}]) ${this.selection('Node', 3)}`,
      () => `work(externalId: { site: MAL, value: "${this.oneOf(this.known.malIds)}" }) ${this.selection('Work', 4)}`,
      () => `search(query: "${this.oneOf(this.known.texts)}", first: 3) ${this.selection('SearchConnection', 4)}`,
      () => this.rootList('works', 'WorkConnection'),
      () => this.rootList('songs', 'SongConnection'),
      () => this.rootList('artists', 'ArtistConnection'),
      () => this.rootList('characters', 'CharacterConnection'),
      () => this.rootList('campaigns', 'CampaignConnection'),
      () => this.rootList('tieUps', 'TieUpConnection'),
      () => this.rootList('factors', 'FactorConnection'),
      () => `sources ${this.selection('Source', 2)}`,
    ])();
  }

  private rootList(name: string, type: string): string {
    const field = this.schema.getQueryType()?.getFields()[name];
    return `${name}${field ? this.args(field) : ''} ${this.selection(type, 4)}`;
  }

  private selection(typeName: string, depth: number): string {
    const type = this.schema.getType(typeName);
    if (isAbstractType(type)) return this.alternatives(this.schema.getPossibleTypes(type), depth);
    if (!isObjectType(type)) return '';
    const count = 1 + (this.choice() % 4);
    const fields = Array.from({ length: count }, () => this.field(type, depth));
    return `{ __typename ${fields.join(' ')} }`;
  }

  private alternatives(types: readonly GraphQLObjectType[], depth: number): string {
    const chosen = types.filter(() => this.choice() % 3 === 1);
    return `{ __typename id ${chosen.map(({ name }) => `... on ${name} ${this.selection(name, depth)}`).join(' ')} }`;
  }

  private field(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    const field = fields[this.choice() % Math.max(1, fields.length)];
    if (!field) return '__typename';
    const named = getNamedType(field.type);
    this.aliases += 1;
    const body = `a${this.aliases}: ${field.name}${this.args(field)}${this.directive()} ${isLeafType(named) ? '' : this.selection(named.name, depth - 1)}`;
    return this.wrapped(type, body);
  }

  private wrapped(type: GraphQLObjectType, body: string): string {
    const how = this.choice() % 10;
    if (how === 9) return `... on ${type.name} { ${body} }`;
    if (how !== 8) return body;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${body} }`);
    return `...${name}`;
  }

  private directive(): string {
    return ['', '', '', '', ' @include(if: $yes)', ' @include(if: $no)', ' @skip(if: $no)'][this.choice() % 7] ?? '';
  }

  private args(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap((argument) => this.argument(argument));
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  private argument({ name, type }: GraphQLArgument): readonly string[] {
    if (name === 'first') return [`first: ${this.oneOf(['1', '2', '3', '$few'])}`];
    if (name === 'lang') return [`lang: "${this.oneOf(['ja', 'en', 'zh-Hans', 'ko', 'fr'])}"`];
    if (name === 'spoilers') return [`spoilers: ${this.oneOf(['true', 'false'])}`];
    const named = getNamedType(type);
    if (name === 'roles' && this.choice() % 3 === 1) return ['roles: [PERFORMER, COMPOSER]'];
    if (name === 'where' && this.choice() % 3 === 1) return [`where: ${this.filter(named.name, 2)}`];
    if (name === 'orderBy' && this.choice() % 2 === 1)
      return [`orderBy: [{ field: ${this.enumValue(named.name)}, direction: ${this.oneOf(['ASC', 'DESC'])} }]`];
    return [];
  }

  private enumValue(orderType: string): string {
    const order = this.schema.getType(orderType);
    const field = isInputObjectType(order) ? getNamedType(order.getFields()['field']?.type) : undefined;
    return isEnumType(field) ? this.oneOf(field.getValues().map(({ name }) => name)) : '';
  }

  private filter(typeName: string, depth: number): string {
    const type = this.schema.getType(typeName);
    if (!isInputObjectType(type)) return '{}';
    const fields = Object.values(type.getFields()).filter(({ name }) => depth > 0 || !['AND', 'OR', 'NOT'].includes(name));
    const field = this.oneOf(fields);
    return `{ ${field.name}: ${this.condition(field.name, getNamedType(field.type).name, depth)} }`;
  }

  private condition(name: string, typeName: string, depth: number): string {
    const type = this.schema.getType(typeName);
    if (name === 'AND' || name === 'OR') return `[${this.filter(typeName, depth - 1)}, ${this.filter(typeName, depth - 1)}]`;
    if (name === 'NOT') return this.filter(typeName, depth - 1);
    if (typeName === 'YearRange') return this.oneOf(['{ from: 2010 }', '{ to: 2020 }', '{ from: 2019, to: 2022 }']);
    if (typeName === 'Boolean') return this.oneOf(['true', 'false']);
    if (!isInputObjectType(type)) return 'null';
    const { in: among, some } = type.getFields();
    if (some) return `{ some: ${depth > 0 ? this.filter(getNamedType(some.type).name, depth - 1) : '{}'} }`;
    if (!among) return depth > 0 ? this.filter(typeName, depth - 1) : '{}';
    const each = getNamedType(among.type);
    return `{ in: [${isEnumType(each) ? this.oneOf(each.getValues().map((value) => value.name)) : `"${this.oneOf([...this.known.ids.slice(0, 3), 'curated', 'guitar'])}"`}] }`;
  }

  private oneOf<Value>(values: readonly Value[]): Value {
    const value = values[this.choice() % values.length];
    if (value === undefined) throw new Error('There is nothing to choose from.');
    return value;
  }

  private choice(): number {
    this.next += 1;
    return this.choices[this.next - 1] ?? 0;
  }
}
