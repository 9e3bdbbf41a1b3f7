import { externalKey } from '../src/graph/externalIds.js';
import { orderKeysOf } from '../src/graph/orderKeys.js';
import type { Properties, Value } from '../src/graph/properties.js';
import { partWords } from '../src/names/keys.js';
import { divide } from '../src/names/parts.js';
import { withDuplicates } from './duplicates.js';
import { type Edits, noEdits } from './edits.js';
import { type Entity, link } from './linking.js';
import { merged } from './merged.js';
import { displayFormsOf, nameRows } from './nameRows.js';
import { withPopularity } from './popularity.js';
import { seasonOf } from './season.js';
import { seriesOf, titlesOfSeries } from './series.js';
import type { FieldValue, Statements } from './statements.js';

/** Rows as they are written: nodes by their label, relationships by their type and the labels of their ends. */
export interface Rows {
  readonly nodes: ReadonlyMap<string, readonly NodeRow[]>;
  readonly relationships: ReadonlyMap<RelationshipKind, readonly RelationshipRow[]>;
}

export interface NodeRow {
  readonly key: string;
  readonly properties: Properties;
}

/** `Artist PERFORMS Song`. */
export type RelationshipKind = `${string} ${string} ${string}`;

export interface RelationshipRow {
  readonly from: string;
  readonly to: string;
  /** The properties that tell it from others of its kind between the same two. */
  readonly identity: Properties;
  readonly properties: Properties;
}

/** What several sources say, the most trusted first, as rows of one graph: as editors have merged it, with what else may be one. */
export function rowsOf(statements: readonly Statements[], { merges, different }: Edits = noEdits): Rows {
  return withDuplicates(merged(rowsSaid(statements), merges), different);
}

function rowsSaid(statements: readonly Statements[]): Rows {
  const entities = link(statements.flatMap(({ things }) => things));
  const refs = new Map(entities.flatMap((entity) => entity.told.map(({ ref }): [string, Entity] => [ref, entity])));
  const facts = statements.flatMap((each) => each.facts);
  const rows = new Collected();
  for (const source of statements.flatMap(({ sources }) => sources)) rows.node('Source', source.key, withoutAbsent({ ...source }));
  const workStarts = startsOfWorks(statements, refs);
  const series = seriesOf(entities, facts, (ref) => entityAt(refs, ref).id);
  const titles = titlesOfSeries(entities, series);
  for (const entity of entities)
    addEntity(rows, entity, { workStart: workStarts.get(entity.id), series: series.get(entity.id), titled: titles.has(entity.id) });
  for (const fact of facts) {
    const from = entityAt(refs, fact.from);
    const to = entityAt(refs, fact.to);
    const says = Object.entries(fact.says).map(([name, value]) => [name, withIds(refs, value)]);
    rows.relationship(from.type, fact.type, to.type, {
      from: from.id,
      to: to.id,
      identity: fact.identity,
      properties: { ...Object.fromEntries(says), source: fact.source },
    });
  }
  return withPopularity(rows);
}

function entityAt(refs: ReadonlyMap<string, Entity>, ref: string): Entity {
  const entity = refs.get(ref);
  if (!entity) throw new Error(`A fact speaks of ${ref}, but no source tells of it.`);
  return entity;
}

/** A fact may name further things; in the graph they go by their ids. */
function withIds(refs: ReadonlyMap<string, Entity>, value: FieldValue): FieldValue {
  return Array.isArray(value) ? (value.map((each) => (typeof each === 'string' ? (refs.get(each)?.id ?? each) : each)) as FieldValue) : value;
}

/** The starts of the works that tie-ups are for, by the tie-ups' ids. */
function startsOfWorks(statements: readonly Statements[], refs: ReadonlyMap<string, Entity>): ReadonlyMap<string, Value> {
  const facts = statements.flatMap((each) => each.facts.filter(({ type }) => type === 'FOR'));
  return new Map(facts.map(({ from, to }) => [entityAt(refs, from).id, fieldsOf(entityAt(refs, to)).fields['start'] ?? '']));
}

/** What is known of a thing only by looking at all of them. */
interface Among {
  readonly workStart: Value | undefined;
  readonly series: string | undefined;
  /** Whether its title is that of its whole series. */
  readonly titled: boolean;
}

function addEntity(rows: Collected, entity: Entity, { workStart, series, titled }: Among): void {
  const { id, type, told } = entity;
  const { fields, statedBy } = fieldsOf(entity);
  const shown = { ...fields, ...displayFormsOf(entity) };
  rows.node(type, id, {
    id,
    ...shown,
    ...orderKeysOf(type, shown, workStart),
    ...(titled && { titleOfSeries: true }),
    ...withoutAbsent({ series, part: type === 'Work' ? partOf(entity) : undefined }),
    statedBy,
  });
  for (const { key, properties, source } of nameRows(entity)) {
    rows.node('Name', key, { key, ...properties });
    rows.relationship(type, 'NAMED', 'Name', { from: id, to: key, identity: {}, properties: { source } });
  }
  for (const { ids, source } of told) {
    for (const { site, value } of ids) {
      const key = externalKey(site, value);
      rows.node('ExternalId', key, { key, site, value });
      rows.relationship(type, 'IDENTIFIED_BY', 'ExternalId', { from: id, to: key, identity: {}, properties: { source } });
    }
  }
}

/** Which part of a series its official name says that it is. */
function partOf({ told }: Entity): string | undefined {
  const official = told.flatMap(({ names }) => names).find(({ kind }) => kind === 'OFFICIAL');
  const words = official ? partWords(divide(official.text).part) : [];
  return words.length === 0 ? undefined : words.join(' ');
}

/** Of each field what the most trusted source says, and which source that is. */
function fieldsOf({ type, told }: Entity): { fields: Record<string, FieldValue>; statedBy: readonly string[] } {
  const fields: Record<string, FieldValue> = {};
  const statedBy: string[] = [];
  for (const { fields: stated, source } of told) {
    for (const [name, value] of Object.entries(stated)) {
      if (value === null || name in fields) continue;
      fields[name] = value;
      statedBy.push(`${name}=${source}`);
    }
  }
  if (type === 'Work') Object.assign(fields, withoutAbsent({ season: seasonOf(fields['start']) }));
  return { fields, statedBy: statedBy.sort() };
}

function withoutAbsent(fields: Readonly<Record<string, FieldValue | undefined>>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value == null ? [] : [[name, value]])));
}

/** Rows under their keys, so that what is said twice is written once: as the more trusted source says it, which comes first. */
class Collected implements Rows {
  private readonly nodeRows = new Map<string, Map<string, NodeRow>>();
  private readonly relationshipRows = new Map<RelationshipKind, Map<string, RelationshipRow>>();

  get nodes(): Rows['nodes'] {
    return new Map([...this.nodeRows].map(([label, rows]) => [label, [...rows.values()]]));
  }

  get relationships(): Rows['relationships'] {
    return new Map([...this.relationshipRows].map(([kind, rows]) => [kind, [...rows.values()]]));
  }

  node(label: string, key: string, properties: NodeRow['properties']): void {
    const rows = this.nodeRows.get(label) ?? new Map<string, NodeRow>();
    this.nodeRows.set(label, rows);
    if (!rows.has(key)) rows.set(key, { key, properties });
  }

  relationship(from: string, type: string, to: string, row: RelationshipRow): void {
    const kind: RelationshipKind = `${from} ${type} ${to}`;
    const rows = this.relationshipRows.get(kind) ?? new Map<string, RelationshipRow>();
    const identity = JSON.stringify([row.from, row.to, row.identity]);
    this.relationshipRows.set(kind, rows);
    if (!rows.has(identity)) rows.set(identity, row);
  }
}
