import { z } from 'zod';
import type { Run } from './run.js';

/** A name as the index finds it, with what tells its thing from others. */
export interface Found {
  /** The thing that is called so. */
  readonly id: string;
  readonly medium: string | null;
  readonly format: string | null;
  /** A shortened ISO date. */
  readonly date: string | null;
  /** What works of one series have in common; null for all others. */
  readonly series: string | null;
  /** Which part of a series its official name tells, as partWords() writes it. */
  readonly part: string | null;
  /** Its title is that of its whole series, most of which came out before it. */
  readonly titled: boolean;
  /** How many facts are told of it. */
  readonly degree: number;
  readonly name: string;
  readonly text: string;
  /** As writeKeys() makes them. */
  readonly keys: string;
  readonly kind: string;
}

const thing = `[that.id, that.medium, that.format, coalesce(that.start, that.released, that.born), that.series, that.part, coalesce(that.titleOfSeries, false), COUNT { (that)--() }, name.key, name.text, name.keys, name.kind`;

/**
 * No more names are looked at for one that is asked for. In which order the index gives them hangs a little on what was deleted from it: of names that are
 * only alike so many are wanted that the last are hardly ever likely (a load that was killed four times differed in one of 270,000 records from one that was not).
 */
const most = 96;

const byKeys = `
  UNWIND $asks AS ask
  CALL (ask) {
    CALL db.index.fulltext.queryNodes('nameKeys', ask, {limit: ${most}}) YIELD node AS name
    MATCH (that)-[:NAMED]->(name) WHERE NOT name.spoiler
    RETURN collect(${thing}]) AS found
  }
  RETURN ask, found`;

const ofSeries = `
  UNWIND $asks AS ask
  CALL (ask) {
    MATCH (that:Work {series: ask})-[:NAMED]->(name:Name) WHERE NOT name.spoiler
    WITH that, name ORDER BY that.id, name.rank LIMIT 600
    RETURN collect(${thing}]) AS found
  }
  RETURN ask, found`;

/** The names of what a thing is told together with: a song's artists and works, a character's works and voices. */
const around = `
  UNWIND $asks AS ask
  CALL (ask) {
    MATCH (that:Song {id: ask})<-[:PERFORMS]-(other:Artist) RETURN other
    UNION MATCH (that:Song {id: ask})<-[:USES]-(:TieUp)-[:FOR]->(other:Work) RETURN other
    UNION MATCH (that:Character {id: ask})-[:APPEARS_IN]->(other:Work) RETURN other
    UNION MATCH (that:Character {id: ask})<-[:VOICES]-(other:Artist) RETURN other
  }
  WITH ask, other LIMIT 20000
  MATCH (other)-[:NAMED]->(name:Name) WHERE NOT name.spoiler
  RETURN ask, collect([other.id, null, null, null, null, null, false, 0, name.key, name.text, name.keys, name.kind])`;

const text = z.string().nullable();
const row = z.tuple([
  z.string(),
  z.array(z.tuple([z.string(), text, text, text, text, text, z.boolean(), z.number(), z.string(), z.string(), z.string(), z.string()])),
]);

/** Looks names up, many at once: what was found, by what was asked. */
export class NameIndex {
  private readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** Names that fit queries of the index (nameQuery.ts). */
  find(queries: readonly string[], signal: AbortSignal): Promise<Answers> {
    return this.ask(byKeys, queries, signal);
  }

  /** All names of the works of these series. */
  series(series: readonly string[], signal: AbortSignal): Promise<Answers> {
    return this.ask(ofSeries, series, signal);
  }

  /** Names around these songs and characters. */
  around(ids: readonly string[], signal: AbortSignal): Promise<Answers> {
    return this.ask(around, ids, signal);
  }

  private async ask(statement: string, asked: readonly string[], signal: AbortSignal): Promise<Answers> {
    const asks = [...new Set(asked)];
    const parts = Array.from({ length: Math.ceil(asks.length / together) }, (_, index) => asks.slice(index * together, (index + 1) * together));
    const answers: [string, readonly Found[]][] = [];
    const next = async (): Promise<void> => {
      for (let part = parts.shift(); part; part = parts.shift()) {
        const rows = await this.run(statement, { asks: part }, signal);
        answers.push(...rows.map((each) => answerOf(row.parse(each))));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    return new Map(answers);
  }
}

export type Answers = ReadonlyMap<string, readonly Found[]>;

/** One statement runs on one core: so many are looked up by one, and so many statements are under way for one caller. */
const together = 50;
const atOnce = 2;

function answerOf([asked, found]: z.output<typeof row>): [string, readonly Found[]] {
  return [
    asked,
    found.map(([id, medium, format, date, series, part, titled, degree, name, written, keys, kind]) => ({
      id,
      medium,
      format,
      date,
      series,
      part,
      titled,
      degree,
      name,
      text: written,
      keys,
      kind,
    })),
  ];
}
