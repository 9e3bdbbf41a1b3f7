import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { grouped } from '../../../seeds/grouped.js';
import { drawn } from '../chance.js';

/** What is hidden: a member in a group, a part in a franchise, a song in a work, a term of a song, a term of a work. */
export const kinds = ['membership', 'part', 'tieUp', 'termOfSong', 'termOfWork'] as const;
export type Kind = (typeof kinds)[number];

/** Two things that a fact joins. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

type Pairs = Readonly<Record<Kind, readonly Pair[]>>;

/** The facts of each kind, those that are hidden apart from those that remain. */
export interface Holdout {
  readonly hidden: Pairs;
  readonly remaining: Pairs;
}

function pairsBy(of: (kind: Kind) => readonly Pair[]): Pairs {
  return {
    membership: of('membership'),
    part: of('part'),
    tieUp: of('tieUp'),
    termOfSong: of('termOfSong'),
    termOfWork: of('termOfWork'),
  };
}

const allOf: Readonly<Record<Kind, string>> = {
  membership: 'MATCH (from:Artist)-[:MEMBER_OF]->(to:Artist) RETURN DISTINCT from.id AS from, to.id AS to',
  part: 'MATCH (from:Work)-[:PART_OF]->(to:Franchise) RETURN DISTINCT from.id AS from, to.id AS to',
  tieUp: 'MATCH (from:Song)<-[:USES]-(:TieUp)-[:FOR]->(to:Work) RETURN DISTINCT from.id AS from, to.id AS to',
  termOfSong: 'MATCH (from:Song)-[:EXPRESSES]->(to:Factor) RETURN DISTINCT from.id AS from, to.id AS to',
  termOfWork: 'MATCH (from:Work)-[:EXPRESSES]->(to:Factor) RETURN DISTINCT from.id AS from, to.id AS to',
};

/**
 * In their order: what relates a hidden part to others of its franchise goes first, while it can be told by the franchise. A tie-up goes
 * with all others of the same song and work.
 */
const hide: readonly (readonly [Kind, string])[] = [
  ['part', 'MATCH (:Work {id: pair.from})-[fact:RELATES_TO]-(:Work)-[:PART_OF]->(:Franchise {id: pair.to}) DELETE fact'],
  ['part', 'MATCH (:Work {id: pair.from})-[fact:PART_OF]->(:Franchise {id: pair.to}) DELETE fact'],
  ['membership', 'MATCH (:Artist {id: pair.from})-[fact:MEMBER_OF]->(:Artist {id: pair.to}) DELETE fact'],
  ['tieUp', 'MATCH (:Song {id: pair.from})<-[:USES]-(tieUp:TieUp)-[:FOR]->(:Work {id: pair.to}) DETACH DELETE tieUp'],
  ['termOfSong', 'MATCH (:Song {id: pair.from})-[fact:EXPRESSES]->(:Factor {id: pair.to}) DELETE fact'],
  ['termOfWork', 'MATCH (:Work {id: pair.from})-[fact:EXPRESSES]->(:Factor {id: pair.to}) DELETE fact'],
];

const pairModel = z.object({ from: z.string(), to: z.string() });

/** All facts that may be hidden. */
export async function factsIn(driver: Driver, database: string): Promise<Pairs> {
  const pairsOf = async (kind: Kind) => {
    const { records } = await driver.executeQuery(allOf[kind], {}, { database });
    return records.map((record) => pairModel.parse(record.toObject()));
  };
  const read = await Promise.all(kinds.map(async (kind): Promise<[Kind, readonly Pair[]]> => [kind, await pairsOf(kind)]));
  return pairsBy((kind) => new Map(read).get(kind) ?? []);
}

export const nothingHidden: Holdout = { hidden: pairsBy(() => []), remaining: pairsBy(() => []) };

/** One tenth of the facts of each kind, of 0 to 9: by chance, always the same for a seed. Of works in several franchises nothing is hidden. */
export function holdout(facts: Pairs, seed: number, tenth: number): Holdout {
  const franchises = grouped(facts.part, ({ from }) => from);
  const mayBeHidden = (kind: Kind, { from }: Pair) => kind !== 'part' || franchises.get(from)?.length === 1;
  const isHidden = (kind: Kind, pair: Pair) =>
    mayBeHidden(kind, pair) && Math.floor(10 * drawn(`likeness ${seed} ${kind}`, `${pair.from} ${pair.to}`)) === tenth;
  return {
    hidden: pairsBy((kind) => facts[kind].filter((pair) => isHidden(kind, pair))),
    remaining: pairsBy((kind) => facts[kind].filter((pair) => !isHidden(kind, pair))),
  };
}

/** Deletes what is hidden from a graph. */
export async function hideIn(driver: Driver, database: string, { hidden }: Holdout): Promise<void> {
  for (const [kind, text] of hide) await driver.executeQuery(`UNWIND $pairs AS pair ${text}`, { pairs: hidden[kind] }, { database });
}
