import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { rowsIn } from '../src/graph/editing/asking.js';
import { divide } from '../src/names/parts.js';
import { crowdOfSeries, crowdsAmong, makeCrowds } from './crowds.js';
import { grouped } from './grouped.js';
import { Groups } from './groups.js';
import { planned, send } from './statement.js';
import { touch } from './touched.js';
/** What is the title of more works than any series has is no series' name. */
export const largestSeries = 80;

const readWorks = planned(`
  UNWIND $keys AS id
  MATCH (work:Work {id: id})
  RETURN id, elementId(work) AS node, work.series AS series, coalesce(work.titleOfSeries, false) AS titled, work:Touched AS touched, coalesce(work.start, '9999') AS start,
    coalesce(work.medium IN ['ANIME', 'FILM', 'DRAMA'], false) AS isOnScreen,
    CASE WHEN EXISTS { (work)-[:NAMED]->(:Name {kind: 'OFFICIAL'}) } THEN work.original ELSE '' END AS title,
    COLLECT { MATCH (work)-[:NAMED]->(name:Name) WHERE name.base IS NOT NULL RETURN DISTINCT name.base } AS bases,
    COLLECT { MATCH (work)-[:PART_OF]->(franchise:Franchise) RETURN DISTINCT franchise.id } AS franchises`);

const workModel = z.object({
  id: z.string(),
  node: z.string(),
  series: z.string().nullable(),
  titled: z.boolean(),
  touched: z.boolean(),
  start: z.string(),
  isOnScreen: z.boolean(),
  title: z.string(),
  bases: z.array(z.string()),
  franchises: z.array(z.string()),
});

type Work = z.output<typeof workModel>;

const withBases = planned(`
  UNWIND $keys AS key
  CALL (key) { MATCH (:Name {base: key})<-[:NAMED]-(work:Work) RETURN DISTINCT work.id AS id LIMIT ${largestSeries + 1} }
  RETURN key, collect(id) AS ids`);
const allWithBases = planned('UNWIND $keys AS key MATCH (:Name {base: key})<-[:NAMED]-(work:Work) RETURN key, collect(DISTINCT work.id) AS ids');
const ofFranchises = planned('UNWIND $keys AS key MATCH (:Franchise {id: key})<-[:PART_OF]-(work:Work) RETURN key, collect(DISTINCT work.id) AS ids');
const ofSeries = planned('UNWIND $keys AS key MATCH (work:Work {series: key}) RETURN key, collect(work.id) AS ids');

const foundModel = z.object({ key: z.string(), ids: z.array(z.string()) });

/** The works with these titles (nameRows.ts); where they are too many for one series, only as many as show it. */
export async function worksWithBases(transaction: ManagedTransaction, bases: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map(bases.map((base) => [base, new Set<string>()]));
  for (const { key, ids } of await rowsIn(transaction, foundModel, withBases, { keys: bases })) found.set(key, new Set(ids));
  return found;
}

/** The works around some, with whatever may be of one series with any of them: no work outside has anything in common with one of these. */
export interface Component {
  readonly works: readonly Work[];
  /** Titles that tell nothing. */
  readonly crowds: ReadonlySet<string>;
  /** Those of them that are found to be such only now, and the works that have them. */
  readonly crowded: readonly { readonly base: string; readonly works: readonly string[] }[];
}

export async function componentAround(transaction: ManagedTransaction, ids: readonly string[]): Promise<Component> {
  const reaching = new Reaching(transaction);
  await reaching.from(ids);
  return reaching;
}

class Reaching implements Component {
  readonly crowds = new Set<string>();
  readonly crowded: { readonly base: string; readonly works: readonly string[] }[] = [];
  private readonly transaction: ManagedTransaction;
  private readonly read = new Map<string, Work>();
  private readonly asked = new Set<string>();

  constructor(transaction: ManagedTransaction) {
    this.transaction = transaction;
  }

  get works(): readonly Work[] {
    return [...this.read.values()];
  }

  async from(ids: readonly string[]): Promise<void> {
    for (let next = ids; next.length > 0; ) {
      const works = await rowsIn(this.transaction, workModel, readWorks, { keys: next });
      for (const work of works) this.read.set(work.id, work);
      const found = [
        ...(await this.withBases(
          this.notAsked(
            'base',
            works.flatMap(({ bases }) => bases),
          ),
        )),
        ...(await this.find(
          ofFranchises,
          this.notAsked(
            'franchise',
            works.flatMap(({ franchises }) => franchises),
          ),
        )),
        ...(await this.find(
          ofSeries,
          this.notAsked(
            'series',
            works.flatMap(({ series }) => series ?? []),
          ),
        )),
      ];
      next = [...new Set(found.flatMap((each) => each.ids))].filter((id) => !this.read.has(id));
    }
  }

  private async withBases(bases: readonly string[]): Promise<readonly z.output<typeof foundModel>[]> {
    const known = await crowdsAmong(this.transaction, bases.map(crowdOfSeries));
    const found = await this.find(
      withBases,
      bases.filter((base) => !known.has(crowdOfSeries(base))),
    );
    const crowded = found.filter(({ ids }) => ids.length > largestSeries).map(({ key }) => key);
    for (const { key, ids } of await this.find(allWithBases, crowded)) this.crowded.push({ base: key, works: ids });
    for (const base of bases) if (known.has(crowdOfSeries(base)) || crowded.includes(base)) this.crowds.add(base);
    return found.filter(({ ids }) => ids.length <= largestSeries);
  }

  private notAsked(kind: string, keys: readonly string[]): readonly string[] {
    const fresh = [...new Set(keys)].filter((key) => !this.asked.has(`${kind} ${key}`));
    for (const key of fresh) this.asked.add(`${kind} ${key}`);
    return fresh;
  }

  private async find(statement: string, keys: readonly string[]): Promise<readonly z.output<typeof foundModel>[]> {
    return keys.length === 0 ? [] : rowsIn(this.transaction, foundModel, statement, { keys });
  }
}

const written = planned('UNWIND $rows AS row MATCH (work:Work {id: row.id}) SET work.series = row.series, work.titleOfSeries = row.titled');

/** Writes which works are of one series: those of one franchise, and those whose titles are the same but for the part that they name. */
export async function writeSeries(transaction: ManagedTransaction, { works, crowds, crowded }: Component): Promise<void> {
  await makeCrowds(
    transaction,
    crowded.map(({ base }) => crowdOfSeries(base)),
  );
  await touch(
    transaction,
    crowded.flatMap((crowd) => crowd.works),
  );
  const series = seriesOf(works, crowds);
  const titled = titlesOfSeries(works, series);
  const rows = works
    .map(({ id, ...before }) => ({ id, before, series: series.get(id) ?? null, titled: titled.has(id) || null }))
    .filter((row) => row.series !== row.before.series || Boolean(row.titled) !== row.before.titled)
    .map(({ before: _before, ...row }) => row);
  await send(transaction, written, rows);
}

/** The smallest id of its works stands for a series; works that stand alone are left out. */
function seriesOf(works: readonly Work[], crowds: ReadonlySet<string>): ReadonlyMap<string, string> {
  const groups = new Groups();
  for (const { id, bases, franchises } of works) {
    for (const base of bases) if (!crowds.has(base)) groups.join(`base ${base}`, id);
    for (const franchise of franchises) groups.join(franchise, id);
  }
  const members = grouped(
    works.map(({ id }) => id),
    (id) => groups.find(id),
  );
  return new Map(
    [...members.values()].flatMap((ids) => {
      const [first = ''] = ids.toSorted();
      return ids.length > 1 ? ids.map((id) => [id, first] as const) : [];
    }),
  );
}

/** From here on many parts make a title theirs rather than one's. */
const many = 4;

/** Works whose title is that of a whole series: 空の境界, a programme of 2013, after seven films of which each has a title of its own behind it. */
function titlesOfSeries(works: readonly Work[], series: ReadonlyMap<string, string>): ReadonlySet<string> {
  const titles = new Map(works.map(({ id, title }) => [id, plain(divide(title).base)]));
  const titleOf = ({ id }: Work) => titles.get(id) ?? '';
  const isTitleOfAll = (work: Work, all: readonly Work[]) => {
    const title = titleOf(work);
    const begun = all.filter((other) => other.isOnScreen && titleOf(other) !== title && titleOf(other).startsWith(title));
    return title !== '' && begun.length >= many && begun.some(({ start }) => start < work.start);
  };
  const parts = grouped(
    works.filter(({ id }) => series.has(id)),
    ({ id }) => series.get(id),
  );
  return new Set([...parts.values()].flatMap((all) => all.filter((work) => isTitleOfAll(work, all)).map(({ id }) => id)));
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
