import type { ShapedTables } from '../../src/neo4j/shapedTables.js';
import { type Assembled, assemble } from '../assemble.js';
import { grouped } from '../grouped.js';
import { sourced } from '../held.js';
import { propertiesOf, type RecordRow } from '../recordStore.js';
import type { SourceTold } from '../source.js';
import { namesToWrite } from '../writeThings.js';
import type { CalledInMemory } from './calledInMemory.js';
import { Hashed } from './hashed.js';
import { NotInBulk } from './notInBulk.js';

const [things, names, elsewhere, records] = ['Thing', 'Name', 'ExternalId', 'Record'];

/** Neo4j's importer reads no line that is longer. */
const longestRecord = 3_000_000;

/** A graph as it is written for the offline importer: the same nodes and relationships that statements would make (writeThings.ts, recordStore.ts). */
export class BulkGraph {
  private readonly tables: ShapedTables;
  private readonly called: CalledInMemory;
  private readonly at: string;
  private readonly idsWritten = new Hashed(0);
  private readonly waits: (readonly [string, readonly string[]])[] = [];

  constructor(tables: ShapedTables, called: CalledInMemory, at: string) {
    this.tables = tables;
    this.called = called;
    this.at = at;
  }

  source({ key, ...properties }: SourceTold & { readonly records: number }): void {
    this.tables.node({ labels: ['Source'], keyName: 'key', space: 'Source', key, properties });
  }

  load({ key, ...properties }: { readonly key: string } & Readonly<Record<string, unknown>>): void {
    this.tables.node({ labels: ['Load'], keyName: 'key', space: 'Load', key, properties });
  }

  /** Records, all of each thing's together, and the things. */
  add(rows: readonly RecordRow[]): void {
    // A record that is told again says all that it says.
    const last = [...new Map(rows.map((row) => [row.key, row])).values()];
    for (const row of last) this.addRecord(row);
    for (const [thing, own] of grouped(last, (row) => row.thing)) {
      if (thing === null) continue;
      const told = own.map((row) => sourced({ ...row, merged: 0 }));
      this.addThing(assemble(thing, told, (refs, ref) => this.called.thingCalled(refs, ref), new Set()));
    }
  }

  /** What records wait for can be told once all are written. */
  addWaits(): void {
    for (const [key, abouts] of this.waits) {
      for (const other of new Set(abouts.flatMap((about) => this.called.asked.get(about) ?? [])))
        this.tables.relationship({ type: 'WAITS_FOR', from: { space: records, key }, to: { space: records, key: other }, properties: {} });
    }
  }

  private addRecord(row: RecordRow): void {
    const { key, ...properties } = propertiesOf(row, this.at);
    if (row.said.length > longestRecord) throw new NotInBulk(`${key} is longer than ${longestRecord.toLocaleString('en')} letters`);
    this.tables.node({ labels: ['Record'], keyName: 'key', space: records, key, properties });
    const from = { space: records, key };
    if (row.thing !== null) this.tables.relationship({ type: 'TELLS_OF', from, to: { space: things, key: row.thing }, properties: {} });
    for (const { id, confidence } of row.candidates)
      this.tables.relationship({ type: 'MAY_TELL_OF', from, to: { space: things, key: id }, properties: { confidence } });
    if (row.waitsFor.length > 0) this.waits.push([key, row.waitsFor]);
  }

  private addThing(thing: Assembled): void {
    const { id, type, ids, facts } = thing;
    // The importer knows no empty array; what has one is assembled anew by the next load.
    const isWhole = [thing.properties, ...facts.map(({ properties }) => properties)].every(hasNoEmptyArray);
    const { id: _id, ...properties } = thing.properties;
    this.tables.node({
      labels: [type, 'Touched', ...(isWhole ? [] : ['Stale'])],
      keyName: 'id',
      space: things,
      key: id,
      properties: filled(properties),
    });
    const from = { space: things, key: id };
    for (const {
      source,
      properties: { key, ...name },
    } of namesToWrite(thing)) {
      this.tables.node({ labels: ['Name'], keyName: 'key', space: names, key: String(key), properties: name });
      this.tables.relationship({ type: 'NAMED', from, to: { space: names, key: String(key) }, properties: { source } });
    }
    for (const { key, site, value, source } of ids) {
      if (!this.idsWritten.has(key)) {
        this.idsWritten.add(key);
        this.tables.node({ labels: ['ExternalId'], keyName: 'key', space: elsewhere, key, properties: { site, value } });
      }
      this.tables.relationship({ type: 'IDENTIFIED_BY', from, to: { space: elsewhere, key }, properties: { source } });
    }
    for (const fact of facts)
      this.tables.relationship({
        type: fact.type,
        from: { space: things, key: fact.from },
        to: { space: things, key: fact.to },
        properties: filled(fact.properties),
      });
  }
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
const hasNoEmptyArray = (properties: object) => !Object.values(properties).some(isEmpty);
const filled = (properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => !isEmpty(value)));
