import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { planned } from './statement.js';
import type { ThingType } from './told.js';

/** A thing of the graph that a record may tell of, with what tells it from others. */
export interface Near {
  readonly id: string;
  /** Neo4j's own id of it. */
  readonly node: string;
  readonly properties: Readonly<Record<string, string | null>>;
  /** Its ids elsewhere, `SITE:value`. */
  readonly ids: readonly string[];
  /** The ids of what it is told together with: a song's performers and works, a character's works. */
  readonly around: readonly string[];
  /** What the same source's records call it, where they tell of it already. */
  readonly called: readonly string[];
}

const properties = `{medium: thing.medium, format: thing.format, kind: thing.kind, facet: thing.facet, kana: thing.kana,
  date: coalesce(thing.start, thing.released, thing.born, thing.formed)}`;

const around = `COLLECT {
  MATCH (thing)<-[:PERFORMS {role: "PERFORMER"}]-(other:Artist) RETURN other.id
  UNION MATCH (thing)<-[:USES]-(:TieUp)-[:FOR]->(other:Work) RETURN other.id
  UNION MATCH (thing)-[:APPEARS_IN]->(other:Work) RETURN other.id }`;

const told = `{id: thing.id, node: elementId(thing), properties: ${properties}, around: ${around},
    ids: COLLECT { MATCH (thing)-[:IDENTIFIED_BY]->(id:ExternalId) RETURN id.key },
    called: COLLECT { MATCH (thing)<-[:TELLS_OF]-(record:Record) WHERE record.about STARTS WITH $source RETURN DISTINCT record.about }}`;

/** More things of one name than this tell nobody apart. */
const most = 40;

const sameNamed = planned(`
  UNWIND $asks AS ask
  CALL (ask) {
    MATCH (name:Name {same: ask})<-[:NAMED]-(thing) WHERE NOT name.spoiler AND $type IN labels(thing)
    RETURN DISTINCT thing LIMIT ${most}
  }
  RETURN ask, collect(${told}) AS found`);

const withIds = planned(`
  UNWIND $asks AS ask
  MATCH (:ExternalId {key: ask})<-[:IDENTIFIED_BY]-(thing) WHERE $type IN labels(thing)
  RETURN ask, collect(${told}) AS found`);

const byThemselves = (type: ThingType) =>
  planned(`
  UNWIND $asks AS ask
  MATCH (thing:${type} {id: ask})
  RETURN ask, [${told}] AS found`);

const rowModel = z.object({
  ask: z.string(),
  found: z.array(
    z.object({
      id: z.string(),
      node: z.string(),
      properties: z.record(z.string(), z.string().nullable()),
      ids: z.array(z.string()),
      around: z.array(z.string()),
      called: z.array(z.string()),
    }),
  ),
});

export type Found = ReadonlyMap<string, readonly Near[]>;

/** Looks for things of one kind by what their names fold to, by ids elsewhere, or by their own ids. */
export class NearThings {
  protected readonly transaction: ManagedTransaction;
  private readonly source: string;

  constructor(transaction: ManagedTransaction, source: string) {
    this.transaction = transaction;
    this.source = source;
  }

  named(type: ThingType, keys: readonly string[]): Promise<Found> {
    return this.find(sameNamed, type, keys);
  }

  identified(type: ThingType, keys: readonly string[]): Promise<Found> {
    return this.find(withIds, type, keys);
  }

  own(type: ThingType, ids: readonly string[]): Promise<Found> {
    return this.find(byThemselves(type), type, ids);
  }

  private async find(statement: string, type: ThingType, keys: readonly string[]): Promise<Found> {
    const asks = [...new Set(keys)];
    if (asks.length === 0) return new Map();
    const rows = await rowsIn(this.transaction, rowModel, statement, { asks, type, source: `${this.source} ` });
    return new Map(rows.map(({ ask, found }) => [ask, found]));
  }
}

const tieUpsOf = planned(`
  UNWIND $asks AS ask
  MATCH (:Song {id: ask[0]})<-[:USES]-(tie:TieUp)-[:FOR]->(:Work {id: ask[1]})
  RETURN ask, collect({id: tie.id, kind: tie.kind, sequence: tie.sequence, version: tie.version}) AS found`);

const tieUpModel = z.object({
  ask: z.array(z.string()),
  found: z.array(z.object({ id: z.string(), kind: z.string(), sequence: z.number().nullable(), version: z.number().nullable() })),
});

export type KnownTieUp = z.output<typeof tieUpModel>['found'][number];

/** The tie-ups of songs with works, by both ids. */
export async function tieUpsBetween(
  transaction: ManagedTransaction,
  pairs: readonly (readonly [string, string])[],
): Promise<ReadonlyMap<string, readonly KnownTieUp[]>> {
  if (pairs.length === 0) return new Map();
  const rows = await rowsIn(transaction, tieUpModel, tieUpsOf, { asks: pairs });
  return new Map(rows.map(({ ask, found }) => [ask.join(' '), found]));
}
