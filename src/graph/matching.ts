import { read } from '../matching/reading/read.js';
import { type MatchedType, typeOfId } from './ids.js';
import type { Kept } from './keptGraph.js';
import type { KeptSheets } from './keptSheets.js';
import { bestFirst } from './reasons.js';
import { type Carried, isEstimated, type Reason } from './sheets.js';

/** How much a term is wanted, by its number. */
export interface ToTerm {
  readonly factor: number;
  readonly weight: number;
}

/** Terms that a model finds a text near to. */
export interface NearInMeaning {
  readonly model: string;
  readonly terms: readonly ToTerm[];
}

/** What things are to fit: at least one of these. */
export interface Wanting {
  /** In compatibility form (NFKC). */
  readonly text?: string | null | undefined;
  /** Terms by their ids, from -1 (not at all) to 1. */
  readonly factors?: readonly { readonly factor: string; readonly weight: number }[] | null | undefined;
  /** The id of a thing whose own terms are looked for. */
  readonly like?: string | null | undefined;
  /** Of the text, where there is a model. */
  readonly meaning?: NearInMeaning | undefined;
}

export interface MatchAsked extends Wanting {
  readonly types: readonly MatchedType[];
  readonly first: number;
}

export interface Matched {
  readonly score: number;
  readonly node: Carried;
  /** Their weights make the score; paths lead from what was wanted to what was found. Made when they are asked for. */
  readonly reasons: readonly Reason[];
}

type WishKind = 'SAID_IN_TEXT' | 'DENIED_IN_TEXT' | 'NEAR_IN_MEANING' | 'WANTED' | 'UNWANTED' | 'SAME_FACTOR';

/** A term that is wanted: how much and why. */
interface Wish {
  readonly factor: number;
  readonly weight: number;
  readonly kind: WishKind;
  /** The words of the text, one a line; of what is near in meaning the model. */
  readonly words: string;
  /** The thing that expresses it, where it is wanted for that. */
  readonly of?: Carried;
  /** The wanted term near which this one stands. */
  readonly near?: number;
}

/** So many terms are looked at for each kind of thing, the most telling: of a long page the rest decides little. */
const mostWishes = 24;
/** What is denied counts less than what is said: things that say nothing of it are as good. */
const denied = -0.7;
/** Sums are integers: a wish's share of all wishes in so many steps, its weight in a thing in 254. */
const steps = 4096;
const mostWeight = 254;

/**
 * The things that fit best, of equal ones the first by id. The score is between 0 and about 1: how much of what is wanted is true of the thing.
 * What fits for other reasons is given by `others`, whose reasons are added.
 */
export function match(kept: Kept, asked: MatchAsked, others: readonly Matched[] = []): readonly Matched[] {
  const all = wishesFor(kept, asked);
  if (all.wanted === 0) return others.toSorted(bestFirst).slice(0, asked.first);
  const found = asked.types.flatMap((type) => {
    const sheets = kept.kinds.get(type);
    const own = others.filter(({ node }) => typeOfId(node.id) === type);
    return sheets ? bestOf(kept, sheets, telling(sheets, all), asked, own) : own;
  });
  return found.sort(bestFirst).slice(0, asked.first);
}

/** How much a term tells where it tells most: songs that say all that a text says fit it better than works that can only say a little of it. */
function rarestOf({ kinds }: Kept, factor: number): number {
  let rarest = 0;
  for (const sheets of kinds.values()) rarest = Math.max(rarest, sheets.rarity(factor));
  return rarest;
}

/** All that is wanted: the wishes, terms near to what was asked for among them, and how much they would be worth if all were true of a thing. */
export interface Wishes {
  readonly wishes: readonly Wish[];
  readonly wanted: number;
}

export function wishesFor(kept: Kept, asked: Wanting): Wishes {
  const direct = wishesOf(kept, asked);
  const wanted = direct.reduce((sum, { factor, weight }) => sum + Math.max(0, weight) * rarestOf(kept, factor), 0);
  return { wishes: widened(direct, kept), wanted };
}

/** What a text (NFKC) says, by the terms that its words speak for. */
export function readText({ terms, lexicon }: Kept, text: string) {
  return read(text, lexicon).flatMap(({ factor, ...said }) => {
    const term = terms[factor];
    return term ? [{ ...said, factor: term.record }] : [];
  });
}

function wishesOf(kept: Kept, { text, factors, like, meaning }: Wanting): readonly Wish[] {
  const said = text == null ? [] : read(text, kept.lexicon);
  const chosen = (factors ?? []).flatMap(({ factor: id, weight }): Wish[] => {
    const factor = kept.places.get(id);
    return factor === undefined ? [] : [{ factor, weight, kind: weight > 0 ? 'WANTED' : 'UNWANTED', words: '' }];
  });
  return [
    ...said.map(
      ({ factor, intensity, times, isDenied, words }): Wish => ({
        factor,
        weight: isDenied ? denied : intensity * (1 + Math.log(times)),
        kind: isDenied ? 'DENIED_IN_TEXT' : 'SAID_IN_TEXT',
        words: words.slice(0, 3).join('\n'),
      }),
    ),
    ...chosen,
    ...(like == null ? [] : wishesLike(kept, like)),
    // What the text itself says of a term, or denies, is surer.
    ...(meaning?.terms ?? [])
      .filter(({ factor }) => !said.some((each) => each.factor === factor))
      .map(({ factor, weight }): Wish => ({ factor, weight, kind: 'NEAR_IN_MEANING', words: meaning?.model ?? '' })),
  ];
}

/** What a thing expresses itself. */
function wishesLike({ kinds, terms }: Kept, id: string): readonly Wish[] {
  const sheets = [...kinds].find(([type]) => type === typeOfId(id))?.[1];
  const thing = sheets?.find(id);
  if (!sheets || thing === undefined) return [];
  const of = sheets.record(thing);
  return terms.flatMap((_, factor): Wish[] => {
    const weight = sheets.weight(thing, factor) / mostWeight;
    return weight === 0 ? [] : [{ factor, weight, kind: 'SAME_FACTOR', words: '', of }];
  });
}

/** Terms that stand near a wanted one are wanted as well, somewhat less; each once, for its strongest wish. What is not wanted is meant as it is said. */
function widened(wishes: readonly Wish[], { near }: Kept): readonly Wish[] {
  const all = new Map<number, Wish>();
  for (const wish of wishes) {
    const known = all.get(wish.factor);
    if (!known || Math.abs(known.weight) < Math.abs(wish.weight)) all.set(wish.factor, wish);
  }
  for (const wish of [...all.values()].filter(({ weight }) => weight > 0)) {
    for (const { factor, strength } of near[wish.factor] ?? []) {
      const known = all.get(factor);
      if (known && (known.near === undefined || known.weight >= wish.weight * strength)) continue;
      all.set(factor, { ...wish, factor, weight: wish.weight * strength, near: wish.factor });
    }
  }
  return [...all.values()];
}

/** A wish as it is scored. */
interface Weighed {
  readonly wish: Wish;
  readonly factor: number;
  readonly by: number;
}

/** The wishes that tell most among things of a kind, each with its share of all that is wanted. */
export function telling(sheets: KeptSheets, { wishes, wanted }: Wishes): readonly Weighed[] {
  return wishes
    .map((wish) => ({ wish, weight: wish.weight * sheets.rarity(wish.factor) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.wish.factor - b.wish.factor)
    .slice(0, mostWishes)
    .map(({ wish, weight }) => ({ wish, factor: wish.factor, by: Math.round((weight / wanted) * steps) }));
}

function bestOf(
  kept: Kept,
  sheets: KeptSheets,
  weighed: readonly Weighed[],
  { like, first }: MatchAsked,
  others: readonly Matched[],
): readonly Matched[] {
  const best = weighed.length === 0 ? [] : sheets.best(weighed, first + 1);
  const sums = new Map(best.map(({ thing, sum }) => [thing, sum]));
  const unknown: Matched[] = [];
  const known = new Map<number, Matched>();
  for (const other of others) {
    const thing = sheets.find(other.node.id);
    if (thing === undefined) unknown.push(other);
    else known.set(thing, other);
  }
  for (const thing of known.keys()) if (!sums.has(thing)) sums.set(thing, sumOf(sheets, weighed, thing));
  const found = [...sums].map(([thing, sum]): Matched => {
    const node = sheets.record(thing);
    const other = known.get(thing);
    return {
      score: sum / (mostWeight * steps) + (other?.score ?? 0),
      node,
      get reasons() {
        const own = weighed.flatMap((each) => reasonOf(kept, sheets, each, thing, node));
        return [...(other?.reasons ?? []), ...own].sort((a, b) => b.weight - a.weight);
      },
    };
  });
  return [...found, ...unknown].filter(({ node, score }) => node.id !== like && score > 0);
}

/** What the kernel adds up for a thing. */
const sumOf = (sheets: KeptSheets, weighed: readonly Weighed[], thing: number): number =>
  weighed.reduce((sum, { factor, by }) => sum + sheets.weight(thing, factor) * by, 0);

function reasonOf({ terms }: Kept, sheets: KeptSheets, { wish, factor, by }: Weighed, thing: number, node: Carried): readonly Reason[] {
  const weight = sheets.weight(thing, factor);
  if (weight === 0 || by === 0) return [];
  const on = [wish.near, factor].flatMap((place) => (place === undefined ? [] : (terms[place]?.record ?? [])));
  const path = wish.of ? [wish.of, ...on, node] : [...on, node];
  const kind = wish.kind === 'SAME_FACTOR' && wish.near !== undefined ? 'NEAR_FACTOR' : wish.kind;
  return [{ kind, detail: detailOf(weight, wish.words), weight: (weight * by) / (mostWeight * steps), path }];
}

/** Whether it is estimated, then the words of the text, one a line. */
const detailOf = (weight: number, words: string) => [isEstimated(weight) ? 'ESTIMATE' : '', words].join('\n').trimEnd();
