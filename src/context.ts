import type { GraphQLResolveInfo } from 'graphql';
import type { Admit } from './editorKey.js';
import { type Caller, untilGone } from './graph/caller.js';
import type { Loaded } from './graph/decode.js';
import type { Editing } from './graph/editing/editing.js';
import { BadInput, bounded } from './graph/errors.js';
import { findEdge } from './graph/find.js';
import type { Graph } from './graph/graph.js';
import { labelsOf, MATCHED, type MatchedType, type NodeName } from './graph/ids.js';
import type { Kept } from './graph/keptGraph.js';
import { type MatchAsked, type Matched, match, readText } from './graph/matching.js';
import { broughtIn, mentioned } from './graph/mentioned.js';
import { type Page, type PageArgs, type PageEdge, type Reader, start } from './graph/reader.js';
import { likedBy, mostLiked, mostOfKind, RECOMMENDED, type Recommended, together } from './graph/recommend.js';
import type { RecordOf } from './graph/records.js';
import { pairOf, type ResolutionRead, withRows } from './graph/resolutions.js';
import type { Term } from './graph/taxonomy.js';
import { keyOfLookup, type Lookup, typeOf } from './lookup.js';
import { checkedMatch, checkedPage, type MatchGiven } from './matchGiven.js';
import type { Meaning } from './meaning.js';
import { checkedNames, checkedText, type NameGiven } from './nameGiven.js';
import { type Explanation, explain } from './names/explain.js';
import type { Planner } from './planning/planner.js';

/** What every resolver is given. */
export interface Context {
  readonly graph: Reader & Roots;
  /** What an editor may do; throws for whoever has not sent the editor key. */
  readonly edit: () => Editing;
}

/** What is known of a request besides who waits for it. */
export interface Request {
  /** Why reading for it has failed already. */
  readonly failed?: unknown;
  /** The header of that name. */
  readonly authorization?: string | undefined;
}

/** What every context is made of. */
export interface Surroundings {
  readonly graph: Graph;
  readonly planner: Planner;
  /** Where there is a language model. */
  readonly meaning: Meaning | undefined;
  readonly editing: Editing;
  readonly admit: Admit;
}

/** What somebody likes, by ids, and what is wanted: all kinds where none are given. */
interface RecommendationAsked {
  readonly likes: readonly string[];
  readonly kinds?: readonly string[] | null | undefined;
  /** Kinds of reasons that don't count. */
  readonly without?: readonly string[] | null | undefined;
  readonly first: number;
}

/** Where a question starts; `info` tells the planner what will be wanted of the answer. */
export interface Roots {
  /** The thing with an id here or elsewhere, exactly one of the two; null where there is none. */
  find<T extends NodeName>(type: T, lookup: Lookup, info: GraphQLResolveInfo): Promise<RecordOf<T> | null>;
  /** Whatever has this id. */
  node(id: string, info: GraphQLResolveInfo): Promise<RecordOf<NodeName> | null>;
  /** Many things by their ids: in the order asked, null where there is none. */
  findAll(ids: readonly string[], info: GraphQLResolveInfo): Promise<readonly (RecordOf<NodeName> | null)[]>;
  /** What was just edited. */
  edited(id: string | undefined): Promise<RecordOf<NodeName>>;
  sources(info: GraphQLResolveInfo): Promise<readonly RecordOf<'Source'>[]>;
  /** What names mean, in the order asked. */
  resolve(names: readonly NameGiven[]): Promise<readonly ResolutionRead[]>;
  /** What whoever likes some things may like as well, the best first. */
  recommend(asked: RecommendationAsked): Promise<readonly Recommended[]>;
  /** What fits a text, terms or a thing, the best first. */
  match(asked: MatchGiven): Promise<readonly Matched[]>;
  /** The terms that a text speaks of. */
  readText(text: string): Promise<ReturnType<typeof readText>>;
  /** How a name is read. */
  explain(text: string): Explanation;
  /** What records tell of is asked; throws for whoever has not sent the editor key. */
  openQuestions(args: PageArgs, info: GraphQLResolveInfo): Promise<Page<'Query', 'openQuestions'>>;
  /** The record of which something was just decided. */
  decided(key: string | null): Promise<RecordOf<'SourceRecord'>>;
  /** Every term of the taxonomy, by facet and sub-facet. */
  taxonomy(): Promise<readonly Term[]>;
  /** A list of everything of a kind. */
  list<E extends PageEdge<'Query'>>(edge: E, args: PageArgs, info: GraphQLResolveInfo): Promise<Page<'Query', E>>;
}

/** A context for one request. Its operation is answered by one statement where the planner has one, else as its resolvers ask. */
export function createContext(
  { graph, planner, meaning, editing, admit }: Surroundings,
  caller: Caller,
  { failed, authorization }: Request = {},
): Context {
  const reader = graph.readerFor(caller);
  let planned: Promise<Loaded | undefined> | undefined;
  const startOf = async (info: GraphQLResolveInfo) => {
    planned ??= failed === undefined ? planner.answer(info, caller) : Promise.reject(failed);
    return ((await planned) ?? start) as RecordOf<'Query'>;
  };
  const roots: Roots = {
    async find(type, lookup, info) {
      const { findBy, key } = keyOfLookup(type, lookup);
      return reader.found(await startOf(info), type, findBy, key);
    },
    node: async (id, info) => reader.found(await startOf(info), typeOf(id), 'key', id),
    async findAll(ids, info) {
      if (ids.length > 0) bounded('The number of ids', ids.length, 100, ' Ask for the rest in a second operation.');
      return Promise.all(ids.map((id) => nodeAlone(id, info)));
    },
    async edited(id = '') {
      const found = await reader.found(start as RecordOf<'Query'>, typeOf(id), 'key', id);
      if (!found) throw new Error(`${id} was edited, and is gone.`);
      return found;
    },
    async resolve(names) {
      const resolved = await graph.resolving.resolve(checkedNames(names), untilGone(caller));
      const pairs = resolved.flatMap(({ candidates }) => candidates.map(pairOf));
      const rows = pairs.length === 0 ? [] : await reader.read(start as RecordOf<'Query'>, 'candidates', { pairs });
      return withRows(names, resolved, rows);
    },
    async openQuestions(args, info) {
      admit(authorization);
      const page = reader.page(start, 'openQuestions', args);
      const answer = await planner.answerField(info, { edge: 'openQuestions', args }, caller);
      return { ...page, of: (answer ?? start) as RecordOf<'Query'> };
    },
    async decided(key) {
      const found = key === null ? null : await reader.found(start as RecordOf<'Query'>, 'SourceRecord', 'key', key);
      if (!found) throw new Error(`${key} was decided, and is gone.`);
      return found;
    },
    async recommend({ likes, kinds, without, first }) {
      bounded('The number of likes', likes.length, mostLiked, ' Ask for the rest in a second operation.');
      for (const id of likes) typeOf(id);
      bounded('first', first, 50);
      return recommendedFor(likes, { kinds, without, first });
    },
    async match(given) {
      const asked = checkedMatch(given);
      const kept = await graph.kept.get();
      for (const { factor } of asked.factors ?? [])
        if (!kept.places.has(factor)) throw new BadInput(`There is no term ${factor}. The terms are listed by factors.`);
      const types = labelsOf(given.kinds, MATCHED) as readonly MatchedType[];
      const [others, near] = await Promise.all([
        namedIn(kept, asked.text ?? '', { kinds: given.kinds, types }),
        meaning?.near(asked.text ?? '', kept.terms),
      ]);
      return match(kept, { ...asked, types, meaning: near }, others);
    },
    readText: async (text) => readText(await graph.kept.get(), checkedPage(text)),
    explain: (text) => explain(checkedText(text)),
    sources: async (info) => reader.read(await startOf(info), 'sources'),
    taxonomy: () => graph.taxonomy(untilGone(caller)),
    async list(edge, args, info) {
      const page = reader.page(start, edge, args);
      return { ...page, of: await startOf(info) };
    },
  };
  const nodeAlone = async (id: string, info: GraphQLResolveInfo) => {
    const type = typeOf(id);
    const answer = await planner.answerField(info, { edge: findEdge(type, 'key'), args: { key: id } }, caller);
    return reader.found((answer ?? start) as RecordOf<'Query'>, type, 'key', id);
  };
  /** Each kind of liked things is asked for by a statement of its own. */
  const recommendedFor = async (likes: readonly string[], { kinds, without, first }: Omit<RecommendationAsked, 'likes'>) => {
    if (labelsOf(kinds, RECOMMENDED).length === 0) return [];
    const lists = Object.entries(likedBy).map(([type, edge]) => {
      const own = likes.filter((id) => typeOf(id) === type);
      return own.length === 0 ? [] : reader.read(start as RecordOf<'Query'>, edge, { own, likes, kinds, without, first: mostOfKind });
    });
    return together(await Promise.all(lists), first);
  };
  /** What belongs to the works, artists and characters that a text names, and they themselves. */
  const namedIn = async (kept: Kept, text: string, { kinds, types }: Pick<MatchGiven, 'kinds'> & Pick<MatchAsked, 'types'>) => {
    const names = kept.names.in(text);
    if (names.length === 0) return [];
    const resolved = await graph.resolving.resolve(checkedNames(names.map((name) => ({ text: name }))), untilGone(caller));
    const likes = mentioned(resolved);
    if (likes.length === 0) return [];
    const rows = await recommendedFor(likes, { kinds, first: 50 });
    const wanted = likes.filter((id) => types.some((type) => type === typeOf(id)));
    const nodes = await Promise.all(wanted.map((id) => reader.found(start as RecordOf<'Query'>, typeOf(id), 'key', id)));
    return broughtIn(
      nodes.flatMap((node) => node ?? []),
      rows,
    );
  };
  const edit = () => {
    admit(authorization);
    return editing;
  };
  return { graph: Object.assign(Object.create(reader), roots), edit };
}
