import { placeOf } from '../src/graph/duplicates.js';
import { isMergeable, MERGEABLE } from '../src/graph/ids.js';
import type { Properties } from '../src/graph/properties.js';
import { fold } from '../src/names/fold.js';
import { hanKey } from '../src/names/han.js';
import { blocksOf, pairsIn } from './blocks.js';
import { type Called, type Candidate, keptApart, reasonsFor } from './evidence.js';
import type { RelationshipKind, RelationshipRow, Rows } from './rows.js';

/** Below this a pair is no guess worth anybody's time. */
const leastConfidence = 0.3;

/** Above this only somebody who looks can be. */
const mostConfidence = 0.99;

/** The rows with what is probably one, `MAY_BE`; pairs that are said to be different, or that a fact leads between, are left out. */
export function withDuplicates(rows: Rows, different: readonly (readonly [string, string])[]): Rows {
  const apart = new Set([...different.map(([one, other]) => `${one} ${other}`), ...linkedIn(rows)]);
  const found = new Map<RelationshipKind, RelationshipRow[]>();
  for (const [one, other] of pairsIn(candidatesIn(rows))) {
    if (apart.has(`${one.id} ${other.id}`) || one.type !== other.type) continue;
    const row = rowOf(one, other);
    if (!row) continue;
    const kind: RelationshipKind = `${one.type} MAY_BE ${one.type}`;
    found.set(kind, [...(found.get(kind) ?? []), row]);
  }
  return { nodes: rows.nodes, relationships: new Map([...rows.relationships, ...found]) };
}

function rowOf(one: Candidate, other: Candidate): RelationshipRow | undefined {
  if (keptApart(one, other)) return undefined;
  const reasons = [...reasonsFor(one, other)].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  const confidence = Math.round(Math.min(mostConfidence, sum) * 10_000) / 10_000;
  if (confidence < leastConfidence) return undefined;
  const properties = { confidence, reasons: reasons.map((each) => JSON.stringify(each)), place: placeOf(one.type, confidence, [one.id, other.id]) };
  return { from: one.id, to: other.id, identity: {}, properties };
}

/** Things of one kind that a fact leads between are two. */
function* linkedIn({ relationships }: Rows): Iterable<string> {
  for (const [kind, rows] of relationships) {
    const [from, , to] = kind.split(' ');
    if (from !== to) continue;
    for (const row of rows) yield row.from < row.to ? `${row.from} ${row.to}` : `${row.to} ${row.from}`;
  }
}

/** What a fact's end is to the thing at its other end, by the fact's kind. */
const roles: Readonly<Record<string, { readonly ofFrom?: string; readonly ofTo?: string }>> = {
  'Artist PERFORMS Song': { ofFrom: 'songs', ofTo: 'performers' },
  'Character APPEARS_IN Work': { ofFrom: 'works' },
  'Artist VOICES Character': { ofFrom: 'characters', ofTo: 'voices' },
  'Artist MEMBER_OF Artist': { ofFrom: 'groups' },
  'Goods SHOWS Character': { ofFrom: 'shown' },
  'Goods SHOWS Work': { ofFrom: 'shown' },
  'Goods MADE_BY Organization': { ofFrom: 'makers' },
  'Work PART_OF Franchise': { ofTo: 'works' },
};

type Keyed = Candidate & { readonly keys: readonly string[] };

function candidatesIn(rows: Rows): Iterable<Keyed> {
  const candidates = new Map<string, Writable>();
  for (const type of MERGEABLE) {
    for (const { key, properties } of rows.nodes.get(type) ?? [])
      candidates.set(key, { id: key, type, properties, names: new Map(), ids: [], near: new Map(), keys: [] });
  }
  const names = new Map((rows.nodes.get('Name') ?? []).map(({ key, properties }) => [key, properties]));
  for (const [kind, facts] of rows.relationships) {
    const [from, type, to] = kind.split(' ');
    for (const fact of facts) {
      if (type === 'NAMED' && isMergeable(from)) addName(candidates.get(fact.from), names.get(fact.to));
      else if (type === 'IDENTIFIED_BY') candidates.get(fact.from)?.ids.push(fact.to);
      else addNear(candidates, fact, roles[`${from} ${type} ${to}`]);
    }
  }
  addTieUps(candidates, rows);
  return [...candidates.values()].map((candidate) => ({
    ...candidate,
    keys: blocksOf([...candidate.names.values()].map(({ keys }) => keys)).map((key) => `${candidate.type} ${key}`),
  }));
}

interface Writable extends Keyed {
  readonly names: Map<string, Called>;
  readonly ids: string[];
  readonly near: Map<string, Set<string>>;
}

function addName(candidate: Writable | undefined, name: Properties | undefined): void {
  if (!candidate || !name || name['spoiler'] === true) return;
  const [text, kind] = [String(name['text']), name['kind']];
  const key = hanKey(fold(text));
  const known = candidate.names.get(key);
  const sound = kind === 'READING' || kind === 'ROMAJI';
  candidate.names.set(key, {
    text,
    keys: String(name['keys']),
    official: kind === 'OFFICIAL' || known?.official === true,
    sound: sound && known?.sound !== false,
  });
}

function addNear(candidates: ReadonlyMap<string, Writable>, { from, to, identity }: RelationshipRow, role: (typeof roles)[string] | undefined): void {
  if (!role) return;
  // Writers work with many: only who performs tells songs apart.
  if (role.ofTo && (role.ofTo !== 'performers' || identity['role'] === 'PERFORMER')) near(candidates.get(to), role.ofTo, from);
  if (role.ofFrom) near(candidates.get(from), role.ofFrom, to);
}

/** Songs and the works that use them are near to each other, over their tie-ups. */
function addTieUps(candidates: ReadonlyMap<string, Writable>, { relationships }: Rows): void {
  const works = new Map((relationships.get('TieUp FOR Work') ?? []).map(({ from, to }) => [from, to]));
  for (const { from, to } of relationships.get('TieUp USES Song') ?? []) {
    const work = works.get(from);
    if (work === undefined) continue;
    near(candidates.get(to), 'works', work);
    near(candidates.get(work), 'songs', to);
  }
}

function near(candidate: Writable | undefined, role: string, id: string): void {
  if (!candidate) return;
  const ids = candidate.near.get(role) ?? new Set<string>();
  candidate.near.set(role, ids.add(id));
}
