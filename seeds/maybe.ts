import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { placeOf } from '../src/graph/duplicates.js';
import { rowsIn } from '../src/graph/editing/asking.js';
import { identifyingSites } from '../src/graph/editing/contradictions.js';
import { MERGEABLE, type Mergeable } from '../src/graph/ids.js';
import { fold } from '../src/names/fold.js';
import { hanKey } from '../src/names/han.js';
import { blocksOf, largestBlock } from './blocks.js';
import { byLabel } from './byLabel.js';
import { crowdOfNames, crowdsAmong, makeCrowds } from './crowds.js';
import { type Called, type Candidate, keptApart, reasonsFor } from './evidence.js';
import { thingsInBlocks } from './nameBlocks.js';
import { type Nodes, nodesOf } from './nodes.js';
import { planned, send } from './statement.js';
import { touch } from './touched.js';

/** Below this a pair is no guess worth anybody's time. */
const leastConfidence = 0.3;

/** Above this only somebody who looks can be. */
const mostConfidence = 0.99;

/** Two things that are probably one; the smaller id comes first. */
interface Guess {
  readonly from: string;
  readonly to: string;
  readonly properties: { readonly confidence: number; readonly reasons: readonly string[]; readonly place: string };
}

/** Writes what these things may be besides (MAY_BE): guesses that hold no more go, new ones come, what is the same stays. */
export async function writeGuesses(transaction: ManagedTransaction, nodes: Nodes): Promise<void> {
  const things = byLabel(nodes.keys());
  for (const type of MERGEABLE) {
    const own = things.get(type) ?? [];
    if (own.length > 0) await new Guessing(transaction, type, nodes).write(own);
  }
}

class Guessing {
  private readonly transaction: ManagedTransaction;
  private readonly type: Mergeable;
  private readonly nodes: Nodes;
  /** All that was compared, that with which it was too. */
  private readonly compared: Nodes = new Map();

  /** `nodes` are all that are looked at in this turn, of whatever kind. */
  constructor(transaction: ManagedTransaction, type: Mergeable, nodes: Nodes) {
    this.transaction = transaction;
    this.type = type;
    this.nodes = nodes;
  }

  async write(ids: readonly string[]): Promise<void> {
    const { transaction } = this;
    const nodes = nodesOf(this.nodes, ids);
    const before = await rowsIn(transaction, guessModel, guessed, { nodes, ids });
    const guesses = await this.guesses(await this.pairs(ids));
    const holding = new Map(guesses.map((guess) => [pairOf(guess), JSON.stringify(guess)]));
    const gone = before.filter(({ guess }) => holding.get(pairOf(guess)) !== JSON.stringify(guess));
    const stays = new Set(before.map(({ guess }) => JSON.stringify(guess)));
    const made = guesses.filter((guess) => !stays.has(JSON.stringify(guess)));
    if (gone.length > 0) await transaction.run(unguessed, { guesses: gone.map(({ at }) => at) });
    const rows = made.map(({ from, to, properties }) => ({ from: this.compared.get(from), to: this.compared.get(to), properties }));
    await send(transaction, guessedNow, rows);
  }

  /** Pairs that share a key by which things may be told apart; those with things whose turn is still to come are left to them. */
  private async pairs(ids: readonly string[]): Promise<readonly Pair[]> {
    const { transaction, type } = this;
    const rows = await rowsIn(transaction, keysModel, keysOf, { nodes: nodesOf(this.nodes, ids) });
    const blocks = rows.map(({ id, keys }) => ({ id, blocks: blocksOf(keys) }));
    const asked = [...new Set(blocks.flatMap((each) => each.blocks))];
    const known = await crowdsAmong(
      transaction,
      asked.map((block) => crowdOfNames(type, block)),
    );
    const things = await thingsInBlocks(
      transaction,
      type,
      asked.filter((block) => !known.has(crowdOfNames(type, block))),
    );
    const crowded = [...things].filter(([, each]) => each.size > largestBlock);
    await makeCrowds(
      transaction,
      crowded.map(([block]) => crowdOfNames(type, block)),
    );
    // Those that were paired before the crowd was one.
    await touch(
      transaction,
      crowded.flatMap(([, each]) => [...each.keys()]),
    );
    const turn = new Set(ids);
    const pairs = new Map<string, Pair>();
    for (const { id, blocks: own } of blocks) {
      for (const block of own) {
        const others = things.get(block) ?? new Map<string, boolean>();
        if (others.size > largestBlock) continue;
        for (const [other, touched] of others) {
          if (other === id || (touched && !turn.has(other))) continue;
          const pair = id < other ? { from: id, to: other } : { from: other, to: id };
          pairs.set(pairOf(pair), pair);
        }
      }
    }
    return [...pairs.values()];
  }

  private async guesses(pairs: readonly Pair[]): Promise<readonly Guess[]> {
    if (pairs.length === 0) return [];
    const { transaction, type } = this;
    const ids = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
    const rows = await rowsIn(transaction, candidateModel, candidatesOf(type), { ids, sites: identifyingSites });
    const candidates = new Map(rows.map((row) => [row.id, candidateOf(type, row)]));
    for (const { id, node } of rows) this.compared.set(id, node);
    const guesses = pairs.flatMap(({ from, to }): readonly Guess[] => {
      const [one, other] = [candidates.get(from), candidates.get(to)];
      return (one && other && guessOf(one, other)) ?? [];
    });
    const linked = await rowsIn(transaction, pairModel, linkedOf, {
      rows: guesses.map(({ from, to }) => ({ from, to, one: this.compared.get(from), other: this.compared.get(to) })),
    });
    const apart = new Set(linked.map(pairOf));
    return guesses.filter((guess) => !apart.has(pairOf(guess)));
  }
}

function guessOf(one: Candidate, other: Candidate): readonly Guess[] | undefined {
  if (keptApart(one, other)) return undefined;
  const reasons = [...reasonsFor(one, other)].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  const confidence = Math.round(Math.min(mostConfidence, sum) * 10_000) / 10_000;
  if (confidence < leastConfidence) return undefined;
  const [from, to] = [one.id, other.id];
  return [
    { from, to, properties: { confidence, reasons: reasons.map((each) => JSON.stringify(each)), place: placeOf(one.type, confidence, [from, to]) } },
  ];
}

const pairModel = z.object({ from: z.string(), to: z.string() });
type Pair = z.output<typeof pairModel>;
const pairOf = ({ from, to }: Pair) => `${from} ${to}`;

const keysModel = z.object({ id: z.string(), keys: z.array(z.string()) });
const keysOf = planned(`
  UNWIND $nodes AS node
  MATCH (thing) WHERE elementId(thing) = node
  RETURN thing.id AS id, COLLECT { MATCH (thing)-[:NAMED]->(name:Name) WHERE NOT name.spoiler RETURN name.keys } AS keys`);

/** Whoever withdraws an edit may bring back a guess with more properties than ours has: it is written anew. */
const guessed = planned(`
  UNWIND $nodes AS node
  MATCH (thing) WHERE elementId(thing) = node
  WITH thing, 0 AS thingFound MATCH (thing)-[guess:MAY_BE]-(other) WHERE NOT other:Touched OR other.id IN $ids
  WITH DISTINCT guess, startNode(guess).id AS from, endNode(guess).id AS to
  RETURN elementId(guess) AS at, from, to, guess {.*} AS properties`);
const guessModel = z
  .object({ at: z.string(), from: z.string(), to: z.string(), properties: z.record(z.string(), z.unknown()) })
  .transform(({ at, from, to, properties }) => ({
    at,
    guess: {
      from,
      to,
      // In the order of ours, so that the same is written the same.
      properties: { confidence: properties['confidence'], reasons: properties['reasons'], place: properties['place'], ...properties },
    },
  }));
const unguessed = planned('MATCH ()-[guess:MAY_BE]->() WHERE elementId(guess) IN $guesses DELETE guess');
const guessedNow = planned(`
  UNWIND $rows AS row
  MATCH (one) WHERE elementId(one) = row.from
  MATCH (other) WHERE elementId(other) = row.to
  CREATE (one)-[guess:MAY_BE]->(other) SET guess = row.properties`);

/** Things that a fact leads between, or of which somebody has said so (IS_NOT), are two. */
const linkedOf = planned(`
  UNWIND $rows AS row
  MATCH (one) WHERE elementId(one) = row.one
  MATCH (other) WHERE elementId(other) = row.other
  WITH row, one, other WHERE EXISTS { MATCH (one)-[fact]-(other) WHERE type(fact) <> 'MAY_BE' }
  RETURN row.from AS from, row.to AS to`);

/** What a thing is linked with tells it from others: by what that is to it, the ids. Writers work with many: only who performs tells songs apart. */
const near: Readonly<Record<Mergeable, Readonly<Record<string, string>>>> = {
  Work: { songs: '(thing)<-[:FOR]-(:TieUp)-[:USES]->(other:Song)' },
  Song: { performers: "(thing)<-[:PERFORMS {role: 'PERFORMER'}]-(other:Artist)", works: '(thing)<-[:USES]-(:TieUp)-[:FOR]->(other:Work)' },
  Artist: {
    songs: '(thing)-[:PERFORMS]->(other:Song)',
    characters: '(thing)-[:VOICES]->(other:Character)',
    groups: '(thing)-[:MEMBER_OF]->(other:Artist)',
  },
  Character: { works: '(thing)-[:APPEARS_IN]->(other:Work)', voices: '(thing)<-[:VOICES]-(other:Artist)' },
  Goods: { shown: '(thing)-[:SHOWS]->(other)', makers: '(thing)-[:MADE_BY]->(other:Organization)' },
  Organization: {},
  Campaign: { brands: '(thing)-[:CAMPAIGN_OF]->(other:Organization)', featured: '(thing)-[:FEATURES]->(other)' },
  Franchise: { works: '(thing)<-[:PART_OF]-(other:Work)' },
};

const candidatesOf = (type: Mergeable) =>
  planned(`
  UNWIND $ids AS id
  MATCH (thing:${type} {id: id})
  RETURN id, elementId(thing) AS node, thing {.medium, .format, .start, .released, .kind, .born, .kana, .gender, .birthday} AS properties,
    COLLECT { MATCH (thing)-[:NAMED]->(name:Name) WHERE NOT name.spoiler
      RETURN {text: name.text, keys: name.keys, kind: name.kind} ORDER BY name.rank, name.text, name.key } AS names,
    COLLECT { MATCH (thing)-[:IDENTIFIED_BY]->(elsewhere) WHERE elsewhere.site IN $sites RETURN elsewhere.key } AS ids,
    {${Object.entries(near[type]).map(([role, path]) => `${role}: COLLECT { MATCH ${path} RETURN DISTINCT other.id }`)}} AS near`);

const candidateModel = z.object({
  id: z.string(),
  node: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  names: z.array(z.object({ text: z.string(), keys: z.string(), kind: z.string() })),
  ids: z.array(z.string()),
  near: z.record(z.string(), z.array(z.string())),
});

function candidateOf(type: Mergeable, { id, properties, names, ids, near }: z.output<typeof candidateModel>): Candidate {
  const called = new Map<string, Called>();
  for (const { text, keys, kind } of names) {
    const key = hanKey(fold(text));
    const known = called.get(key);
    const sound = kind === 'READING' || kind === 'ROMAJI';
    called.set(key, { text, keys, official: kind === 'OFFICIAL' || known?.official === true, sound: sound && known?.sound !== false });
  }
  return { id, type, properties, names: called, ids, near: new Map(Object.entries(near).map(([role, each]) => [role, new Set(each)])) };
}
