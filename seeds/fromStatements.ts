import type { DataSource, Reading } from './source.js';
import type { Fact, FieldValue, Statements, Thing } from './statements.js';
import { type FactTold, type FactType, factType, type Told } from './told.js';

/**
 * Statements that are at hand as a whole, as sources: one for each that they name, in order. First each source tells what things there are,
 * then what leads from one to another, so that the order of things doesn't matter; all of them call things by the same refs. Only ids make
 * things of theirs one with others: what else may be one is for editors.
 */
export function sourcesIn(statements: Statements, refs = statements.sources[0]?.key ?? ''): readonly DataSource[] {
  return statements.sources.map((source) => ({
    key: source.key,
    refs,
    linksById: true,
    describe: () => source,
    read: () => toldBy(statements, source.key),
  }));
}

/** The statements of one source, which are made when they are wanted and not held when they are read. */
export function sourceMade(key: string, make: () => Statements): DataSource {
  let made: Statements | undefined;
  return {
    key,
    linksById: true,
    describe: () => {
      made = make();
      const source = made.sources.find((each) => each.key === key);
      if (!source) throw new Error(`No statement is of the source ${key}.`);
      return source;
    },
    read: () => {
      const statements = made ?? make();
      made = undefined;
      return toldBy(statements, key);
    },
  };
}

function* toldBy(statements: Statements, source: string): Generator<Reading> {
  yield* thingsTold(statements.things.filter((thing) => thing.source === source));
  yield* factsTold(statements, source);
}

function* thingsTold(things: readonly Thing[]): Generator<Reading> {
  const told = new Map<string, number>();
  for (const thing of things.filter(({ type }) => type !== 'TieUp')) {
    const nth = (told.get(thing.ref) ?? 0) + 1;
    told.set(thing.ref, nth);
    yield reading({ ...plain(thing), record: nth === 1 ? thing.ref : `${thing.ref} ${nth}`, facts: [] });
  }
}

function* factsTold({ things, facts }: Statements, source: string): Generator<Reading> {
  const types = new Map(things.map((thing) => [thing.ref, thing]));
  const owned = new Map<string, FactTold[]>();
  for (const fact of facts) {
    if (fact.source !== source) continue;
    const { toldBy } = factType(typeOf(fact));
    const [owner, other] = toldBy === 'from' ? [fact.from, fact.to] : [fact.to, fact.from];
    const list = owned.get(owner) ?? [];
    owned.set(owner, list);
    list.push({ type: typeOf(fact), other, identity: given(fact.identity), says: given(says(fact)) });
  }
  for (const [ref, told] of owned) {
    const thing = types.get(ref);
    if (!thing) throw new Error(`A fact speaks of ${ref}, but no source tells of it.`);
    // What others say of it is theirs.
    const own = thing.type === 'TieUp' && thing.source === source ? plain(thing) : { ...plain(thing), fields: {}, names: [], ids: [] };
    yield reading({ ...own, record: `${ref} facts`, facts: told });
  }
}

const made = ['rank', 'inverse', 'source'];

const says = (fact: Fact) => Object.fromEntries(Object.entries(fact.says).filter(([name]) => !made.includes(name)));

function plain({ type, ref, fields, names, ids }: Thing) {
  return {
    type,
    ref,
    fields: given(Object.fromEntries(Object.entries(fields).filter(([name]) => !made.includes(name)))),
    names: [...names],
    ids: [...ids],
    link: 'BY_ID' as const,
  };
}

function given(values: Readonly<Record<string, FieldValue>>): Record<string, string | number | string[]> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Record<string, string | number | string[]>;
}

/** The loader checks its form. */
function reading(told: object): Reading {
  const each = told as Told;
  return { place: each.record, told: each };
}

function typeOf({ type }: Fact): FactType {
  return type as FactType;
}
