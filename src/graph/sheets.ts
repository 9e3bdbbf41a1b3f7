import { z } from 'zod';
import { factorIn, type Statements, statement, weightIn } from '../matching/statements.js';
import { plain } from './compile.js';
import { goneSince } from './gone.js';
import { MATCHED, type MatchedType, prefixes } from './ids.js';
import type { EdgesOf, Row } from './records.js';
import type { Run } from './run.js';

/** A thing's plain fields, as a row carries a record. */
export type Carried = Reason['path'][number] & { readonly id: string };
export type Reason = Row<EdgesOf<'Work'>['relatedWorks']>['reasons'][number];

type Rows = readonly (readonly unknown[])[];

/** Our number of each factor, by the database's. */
export type Places = ReadonlyMap<number, number>;

/** What a thing expresses, with the thing. */
export interface Sheet {
  readonly record: Carried;
  readonly statements: Statements;
}

/** A term with all that matching needs of it. */
export interface TermRead {
  readonly record: Carried & { readonly type: 'Factor'; readonly facet: string };
  /** The number that the database has for it, as long as it is there. */
  readonly number: number;
  readonly names: readonly { readonly text: string; readonly language: string | null }[];
  readonly words: readonly string[];
  /** Ids of the terms under it. */
  readonly narrower: readonly string[];
  /** Ids of terms that mean nearly the same, with how nearly. */
  readonly related: readonly { readonly id: string; readonly strength: number }[];
}

/**
 * A statement's byte tells the weight times the source's confidence in 127 steps, and in its lowest bit whether a source is less than sure of it:
 * less than half a hundredth of the weight, which decides between equals only. The term is told by the number that the database has for it, since
 * reading a property of it for each of twenty million statements would take the most time.
 */
const statementsOf = `COLLECT {
    MATCH (thing)-[said:EXPRESSES]->(factor)
    RETURN id(factor) * 256 + 2 * toInteger(0.5 + 127 * coalesce(said.confidence, 1.0) * said.weight) + CASE WHEN said.confidence < 1.0 THEN 1 ELSE 0 END
  }`;

export const isEstimated = (weight: number): boolean => weight % 2 === 1;

const howMany = (label: MatchedType) => `MATCH (thing:${label}) RETURN count(thing)`;

/** Ids are made by chance: as many begin with each letter. */
const letters = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
const afterAll = '~';
/** Of so many things each letter's are divided again. */
const largePage = 100_000;
/** So many pages are on their way at once: the database reads one while another is taken in. */
const pagesAtOnce = 3;

const pageOf = (label: MatchedType) => `
  MATCH (thing:${label}) WHERE $from <= thing.id < $until AND EXISTS { (thing)-[:EXPRESSES]->() }
  WITH thing ORDER BY thing.id
  RETURN ${plain(label, 'thing')} AS record, ${statementsOf} AS statements`;

const some = (label: MatchedType) => `
  UNWIND $ids AS id MATCH (thing:${label} {id: id})
  RETURN ${plain(label, 'thing')} AS record, ${statementsOf} AS statements`;

const changes = `
  CALL () { ${[...MATCHED, 'Factor'].map((label) => `MATCH (thing:${label}) WHERE thing.changed >= $since RETURN thing.id AS id, thing.changed AS at`).join(' UNION ALL ')}
    UNION ALL ${goneSince} }
  WITH collect([id, at]) AS changed
  RETURN timestamp() AS now, changed`;

const terms = `
  MATCH (factor:Factor)
  RETURN ${plain('Factor', 'factor')} AS record, id(factor) AS number,
    COLLECT { MATCH (factor)-[:NAMED]->(name:Name) RETURN [name.text, name.language] ORDER BY name.text } AS names,
    coalesce(factor.words, []) AS words,
    COLLECT { MATCH (factor)<-[:BROADER]-(narrower:Factor) RETURN narrower.id ORDER BY narrower.id } AS narrower,
    COLLECT { MATCH (factor)-[near:RELATED_TO]-(other:Factor) RETURN [other.id, near.strength] ORDER BY other.id } AS related
  ORDER BY factor.id`;

const namesAtOnce = 20_000;

const namesPage = `
  MATCH (name:Name) WHERE name.key > $after WITH name ORDER BY name.key LIMIT ${namesAtOnce}
  WITH collect(name) AS page
  RETURN page[-1].key AS last, size(page) AS count, [name IN page WHERE NOT name.spoiler AND EXISTS { (name)<-[:NAMED]-(:Work|Artist|Character) } | name.text] AS names`;

const namesRow = z.tuple([z.string().nullable(), z.number(), z.array(z.string())]);

const termRow = z.tuple([
  z.looseObject({ id: z.string(), original: z.string(), facet: z.string() }),
  z.number(),
  z.array(z.tuple([z.string(), z.string().nullable()])),
  z.array(z.string()),
  z.array(z.string()),
  z.array(z.tuple([z.string(), z.number()])),
]);

const changesRow = z.tuple([z.number(), z.array(z.tuple([z.string(), z.number()]))]);

/** Reads what things express, for those who keep it in memory. */
export class Sheets {
  private readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** All of a kind that express anything, by id; `places` tells our number of each factor by the database's. */
  async *all(label: MatchedType, places: Places): AsyncGenerator<readonly Sheet[]> {
    const [count] = await this.ask(howMany(label), {});
    const beginnings = Number(count?.[0]) > largePage ? letters.flatMap((one) => letters.map((other) => one + other)) : letters;
    // Whatever comes before the first and after the last is on the first and the last page.
    const bounds = ['', ...beginnings.slice(1), afterAll].map((bound) => `${prefixes[label]}_${bound}`);
    const pages = bounds.slice(1).map((until, index) => ({ from: bounds[index], until }));
    const coming: Promise<Rows>[] = [];
    for (const page of [...pages, ...Array<undefined>(pagesAtOnce).fill(undefined)]) {
      if (page) coming.push(this.ask(pageOf(label), page));
      // Whoever takes the pages in learns of a failure when its turn comes, and those after it are left.
      coming.at(-1)?.catch(() => undefined);
      if (coming.length > pagesAtOnce || !page) yield sheetsIn((await coming.shift()) ?? [], places);
    }
  }

  async of(label: MatchedType, ids: readonly string[], places: Places): Promise<readonly Sheet[]> {
    return sheetsIn(await this.ask(some(label), { ids }), places);
  }

  /** Names that a text may mention: of works, artists and characters. */
  async *names(): AsyncGenerator<readonly string[]> {
    for (let after = ''; ; ) {
      const [row] = await this.ask(namesPage, { after });
      const [last, count, names] = namesRow.parse(row);
      yield names;
      if (last === null || count < namesAtOnce) return;
      after = last;
    }
  }

  /** What has changed or gone since a time of the database (milliseconds), and what time it is there. */
  async changedSince(since: number): Promise<{ readonly now: number; readonly changed: readonly (readonly [id: string, at: number])[] }> {
    const [row] = await this.ask(changes, { since });
    const [now, changed] = changesRow.parse(row);
    return { now, changed };
  }

  async terms(): Promise<readonly TermRead[]> {
    const rows = await this.ask(terms, {});
    return rows.map((row) => {
      const [record, number, names, words, narrower, related] = termRow.parse(row);
      return {
        record: record as TermRead['record'],
        number,
        names: names.map(([text, language]) => ({ text, language })),
        words,
        narrower,
        related: related.map(([id, strength]) => ({ id, strength })),
      };
    });
  }

  private ask(text: string, parameters: Readonly<Record<string, unknown>>) {
    return this.run(`CYPHER replan=skip ${text}`, parameters, new AbortController().signal);
  }
}

/** Twenty million statements are not parsed one by one: what the statement above gives is of this form. */
const sheetsIn = (rows: Rows, places: Places): readonly Sheet[] =>
  rows.map(([record, statements]) => ({ record: record as Carried, statements: ours(statements as Statements, places) }));

/** With our numbers of the factors; what is said in words that came later is left out, as is what is hardly true. */
function ours(statements: Statements, places: Places): Statements {
  const own: number[] = [];
  for (const stated of statements) {
    const place = places.get(factorIn(stated));
    const weight = weightIn(stated);
    if (place !== undefined && weight > 1) own.push(statement(place, weight));
  }
  return own;
}
