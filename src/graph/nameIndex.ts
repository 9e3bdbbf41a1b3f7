import { z } from 'zod';
import type { NamesWanted } from './nameQuery.js';
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

/** No more names are looked at for one that is asked for, and chosen from no more. */
const [most, mostRanked] = [24, 400];

/**
 * Which names the index ranks first hangs on what was deleted from it and how it is stored at the moment; so it is asked for more of them, and those
 * that are most alike are chosen by themselves.
 */
const byKeys = `
  UNWIND range(0, size($asks) - 1) AS place WITH place, $asks[place] AS ask
  CALL (ask) {
    CALL db.index.fulltext.queryNodes('nameKeys', ask.query, {limit: ${mostRanked}}) YIELD node AS name
    WITH ask, name, ' ' + name.keys + ' ' AS keys, name.grams AS grams
    WHERE NOT name.spoiler AND (ask.labelKey IS NULL OR keys CONTAINS ' ' + ask.labelKey + ' ')
    WITH name, size([key IN ask.keys WHERE keys CONTAINS ' ' + key + ' ']) AS same,
      toFloat(size([gram IN ask.grams WHERE grams CONTAINS gram])) / (1 + ask.length + size(grams)) AS alike
    ORDER BY same > 0 DESC, alike DESC, same DESC, name.key LIMIT ${most}
    MATCH (that)-[:NAMED]->(name)
    RETURN collect(${thing}]) AS found
  }
  RETURN place, found`;

const ofSeries = `
  UNWIND range(0, size($asks) - 1) AS place WITH place, $asks[place] AS ask
  CALL (ask) {
    MATCH (that:Work {series: ask})-[:NAMED]->(name:Name) WHERE NOT name.spoiler
    WITH that, name ORDER BY that.id, name.rank LIMIT 600
    RETURN collect(${thing}]) AS found
  }
  RETURN place, found`;

/** The names of what a thing is told together with: a song's artists and works, a character's works and voices. */
const around = `
  UNWIND range(0, size($asks) - 1) AS place WITH place, $asks[place] AS ask
  CALL (ask) {
    MATCH (that:Song {id: ask})<-[:PERFORMS]-(other:Artist) RETURN other
    UNION MATCH (that:Song {id: ask})<-[:USES]-(:TieUp)-[:FOR]->(other:Work) RETURN other
    UNION MATCH (that:Character {id: ask})-[:APPEARS_IN]->(other:Work) RETURN other
    UNION MATCH (that:Character {id: ask})<-[:VOICES]-(other:Artist) RETURN other
  }
  WITH place, other LIMIT 20000
  MATCH (other)-[:NAMED]->(name:Name) WHERE NOT name.spoiler
  RETURN place, collect([other.id, null, null, null, null, null, false, 0, name.key, name.text, name.keys, name.kind])`;

const text = z.string().nullable();
const row = z.tuple([
  z.number(),
  z.array(z.tuple([z.string(), text, text, text, text, text, z.boolean(), z.number(), z.string(), z.string(), z.string(), z.string()])),
]);

/** Looks names up, many at once: what was found, by what was asked. */
export class NameIndex {
  private readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** Names that are wanted (nameQuery.ts), for each those that are most alike. */
  async find(wanted: readonly NamesWanted[], signal: AbortSignal): Promise<readonly (readonly Found[])[]> {
    const answers = await this.ask(byKeys, new Map(wanted.map((each) => [keyOf(each), each])), signal);
    return wanted.map((each) => answers.get(keyOf(each)) ?? []);
  }

  /** All names of the works of these series. */
  series(series: readonly string[], signal: AbortSignal): Promise<Answers> {
    return this.ask(ofSeries, new Map(series.map((each) => [each, each])), signal);
  }

  /** Names around these songs and characters. */
  around(ids: readonly string[], signal: AbortSignal): Promise<Answers> {
    return this.ask(around, new Map(ids.map((id) => [id, id])), signal);
  }

  private async ask(statement: string, asks: ReadonlyMap<string, unknown>, signal: AbortSignal): Promise<Answers> {
    const all = [...asks];
    const parts = Array.from({ length: Math.ceil(all.length / together) }, (_, index) => all.slice(index * together, (index + 1) * together));
    const answers = new Map<string, readonly Found[]>();
    const next = async (): Promise<void> => {
      for (let part = parts.shift(); part; part = parts.shift()) {
        const rows = await this.run(statement, { asks: part.map(([, ask]) => ask) }, signal);
        for (const each of rows) {
          const [place, found] = row.parse(each);
          answers.set(part[place]?.[0] ?? '', found.map(nameOf));
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    return answers;
  }
}

type Answers = ReadonlyMap<string, readonly Found[]>;

const keyOf = ({ labelKey, query }: NamesWanted) => `${labelKey} ${query}`;

/** One statement runs on one core: so many are looked up by one, and so many statements are under way for one caller. */
const together = 50;
const atOnce = 2;

function nameOf([id, medium, format, date, series, part, titled, degree, name, written, keys, kind]: z.output<typeof row>[1][number]): Found {
  return { id, medium, format, date, series, part, titled, degree, name, text: written, keys, kind };
}
