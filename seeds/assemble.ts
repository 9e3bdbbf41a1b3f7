import { externalKey } from '../src/graph/externalIds.js';
import { orderKeysOf } from '../src/graph/orderKeys.js';
import type { Properties } from '../src/graph/properties.js';
import { trustOf } from '../src/graph/trust.js';
import { inverseOf } from '../src/graph/vocabulary.js';
import { partWords } from '../src/names/keys.js';
import { divide } from '../src/names/parts.js';
import { displayFormsOf, type NameRow, nameRows } from './nameRows.js';
import { creditRank, roleRank, tieUpRank } from './ranks.js';
import { seasonOf } from './season.js';
import { type FactTold, type FactType, factType, type Said, type ThingType, type Told } from './told.js';

/** A record with the key of its source, and of the source whose refs it uses. */
export interface Sourced {
  readonly source: string;
  readonly refs: string;
  readonly told: Told;
  /** The number of the edit that has merged what it told of into another thing: the records of the kept one come first. */
  readonly merged: number;
}

/** A thing as it is written: what all of its records say together. */
export interface Assembled {
  readonly id: string;
  readonly type: ThingType;
  readonly properties: Properties;
  readonly names: readonly NameRow[];
  readonly ids: readonly { readonly key: string; readonly site: string; readonly value: string; readonly source: string }[];
  readonly facts: readonly FactRow[];
}

/** One relationship. What it says is said by `source`, the most trusted; that it is so, by all `sources`. */
export interface FactRow {
  readonly type: FactType;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** The id of the thing that goes by a ref; undefined while it is asked what it is. */
export type ThingCalled = (refs: string, ref: string) => string | undefined;

/** Of each field what the most trusted source says, names and ids of all, each fact once. */
export function assemble(id: string, records: readonly Sourced[], thingCalled: ThingCalled, namesWritten: ReadonlySet<string>): Assembled {
  const told = records.toSorted(
    (one, other) =>
      one.merged - other.merged ||
      trustOf(one.source) - trustOf(other.source) ||
      compare(one.source, other.source) ||
      compare(one.told.record, other.told.record),
  );
  const type = told[0]?.told.type;
  if (!type) throw new Error(`Nothing tells of ${id}.`);
  const entity = { id, type, told: told.map(({ source, told: { names, ids, ref } }) => ({ source, names, ids, ref })) };
  const { fields, statedBy } = fieldsOf(type, told);
  const shown: Properties = { ...fields, ...displayFormsOf(entity) };
  const part = type === 'Work' ? partOf(told) : '';
  return {
    id,
    type,
    properties: { id, ...shown, ...orderKeysOf(type, shown), ...(part !== '' && { part }), ...(statedBy.length > 0 && { statedBy }) },
    names: nameRows(entity, namesWritten),
    ids: idRows(told),
    facts: factRows(id, told, thingCalled),
  };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** What a thing is taken for until somebody says what it is. */
const unstated: Readonly<Partial<Record<ThingType, Properties>>> = {
  Artist: { kind: 'UNKNOWN' },
  Goods: { kind: 'OTHER' },
  Organization: { kind: 'COMPANY' },
};

function fieldsOf(type: ThingType, told: readonly Sourced[]): { readonly fields: Properties; readonly statedBy: readonly string[] } {
  const fields: Record<string, Said> = {};
  const statedBy: string[] = [];
  for (const { told: each, source } of told) {
    for (const [name, value] of Object.entries(each.fields)) {
      if (value === undefined || name in fields) continue;
      fields[name] = value;
      statedBy.push(`${name}=${source}`);
    }
  }
  return { fields: { ...unstated[type], ...fields, ...madeOf(type, fields, told[0]?.source) }, statedBy: statedBy.sort() };
}

/** What follows from the fields. */
function madeOf(type: ThingType, fields: Readonly<Record<string, Said>>, source = ''): Properties {
  if (type === 'TieUp') return { source, rank: tieUpRank(fields) };
  const season = type === 'Work' ? seasonOf(typeof fields['start'] === 'string' ? fields['start'] : null) : null;
  return season === null ? {} : { season };
}

/** Which part of a series its official name says that it is. */
function partOf(told: readonly Sourced[]): string {
  const official = told.flatMap(({ told: { names } }) => names).find(({ kind }) => kind === 'OFFICIAL');
  return official ? partWords(divide(official.text).part).join(' ') : '';
}

function idRows(told: readonly Sourced[]): Assembled['ids'] {
  const rows = new Map<string, Assembled['ids'][number]>();
  for (const { told: each, source } of told) {
    for (const { site, value } of each.ids) {
      const key = externalKey(site, value);
      if (!rows.has(key)) rows.set(key, { key, site, value, source });
    }
  }
  return [...rows.values()];
}

function factRows(id: string, told: readonly Sourced[], thingCalled: ThingCalled): readonly FactRow[] {
  const rows = new Map<string, { readonly row: FactRow; readonly sources: Set<string> }>();
  for (const { told: each, source, refs } of told) {
    for (const fact of each.facts) {
      const other = thingCalled(refs, fact.other);
      if (other === undefined || other === id) continue;
      const identity = JSON.stringify([fact.type, other, fact.identity ?? {}]);
      const known = rows.get(identity);
      if (known) known.sources.add(source);
      else rows.set(identity, { row: factRow(id, other, fact, source, (ref) => thingCalled(refs, ref)), sources: new Set([source]) });
    }
  }
  return [...rows.values()].map(({ row, sources }) => ({ ...row, properties: { ...row.properties, sources: [...sources] } }));
}

function factRow(id: string, other: string, fact: FactTold, source: string, thingCalled: (ref: string) => string | undefined): FactRow {
  const { type, identity = {}, says = {} } = fact;
  const [from, to] = factType(type).toldBy === 'from' ? [id, other] : [other, id];
  const works = says['works'];
  const only = Array.isArray(works) ? { works: works.flatMap((ref) => thingCalled(String(ref)) ?? []) } : {};
  return { type, from, to, properties: { ...identity, ...says, ...only, ...factMade(fact), source } };
}

/** What follows from what a fact says: its place among others, and what the second is to the first. */
function factMade({ type, identity = {}, says = {} }: FactTold): Properties {
  switch (type) {
    case 'PERFORMS':
      return { rank: creditRank(identity['role'], says['order']) };
    case 'APPEARS_IN':
      return { rank: roleRank(says['role']) };
    case 'RELATES_TO':
      return { inverse: inverseOf(String(identity['kind'])) };
    default:
      return {};
  }
}
