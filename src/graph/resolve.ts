import { LRUCache } from 'lru-cache';
import { confidences, type Evidence, mostWeighed, oddsOf } from '../names/confidence.js';
import { readKeys, readPart } from '../names/keys.js';
import { AGREEMENTS, type Comparable, comparable, type Likeness, likeness, partLikeness } from '../names/likeness.js';
import { type Rule, rulesOf } from '../names/rules.js';
import { type Care, spell } from '../names/spelling.js';
import { evidenceOf } from './evidence.js';
import type { Answers, Found, NameIndex } from './nameIndex.js';
import { nearNames, sameNames } from './nameQuery.js';
import { othersOfSeries, seriesWanted } from './series.js';

/** A name that is asked for, with what else is known of the thing. */
export interface NameAsked {
  readonly text: string;
  /** The label of its kind. */
  readonly label?: string | undefined;
  readonly year?: number | undefined;
  /** The day on which it came out or was born, as a shortened ISO date. */
  readonly date?: string | undefined;
  readonly medium?: string | undefined;
  readonly artist?: string | undefined;
  readonly work?: string | undefined;
  /** The name in romaji, also as a slug. */
  readonly romaji?: string | undefined;
}

export type Status = 'MATCHED' | 'AMBIGUOUS' | 'NOT_FOUND';

export interface Resolved {
  readonly status: Status;
  /** The best first. */
  readonly candidates: readonly CandidateFound[];
}

export interface CandidateFound {
  readonly id: string;
  /** The key of the name that fitted: the thing's own, or one of another part of its series. */
  readonly name: string;
  readonly confidence: number;
  readonly rules: readonly Rule[];
}

/** Finds out what names mean, many at once. Of things that fit alike, what more is told of comes first. */
export class Resolving {
  private readonly index: NameIndex;
  private readonly comparables = new LRUCache<string, Comparable>({ max: 5_000 });

  constructor(index: NameIndex) {
    this.index = index;
  }

  async resolve(asked: readonly NameAsked[], signal: AbortSignal): Promise<readonly Resolved[]> {
    return (await this.consider(asked, signal)).map(decide);
  }

  /** What may be meant by each name, with all that speaks for and against it, not yet decided. */
  async consider(asked: readonly NameAsked[], signal: AbortSignal): Promise<readonly Considered[]> {
    const quick = await this.look(asked, { readings: false }, sameNames, signal);
    const unsure = quick.filter((considered) => !isSure(considered));
    const careful = await this.look(
      unsure.map((considered) => considered.asked),
      { readings: true },
      nearNames,
      signal,
    );
    const better = new Map(unsure.map((considered, place) => [considered, careful[place]]));
    const all = quick.map((considered) => better.get(considered) ?? considered);
    return this.withContext(await this.withSeries(all, signal), signal);
  }

  private async look(
    asked: readonly NameAsked[],
    care: Pick<Care, 'readings'>,
    query: typeof sameNames,
    signal: AbortSignal,
  ): Promise<readonly Considered[]> {
    const names = asked.map((name) => ({ ...name, compared: comparedOf(name, care) }));
    const queries = names.map(({ compared, label }) => query(compared.spelling, label));
    const answers: Answers = names.length === 0 ? new Map() : await this.index.find(queries, signal);
    return names.map((name, place) => {
      const found = answers.get(queries[place] ?? '') ?? [];
      return new Considered(
        name,
        found.map((each) => this.possible(name, each)),
      );
    });
  }

  private possible(asked: Asking, found: Found): Possible {
    const compared = this.compared(found);
    const partImplied = found.part !== null && Object.keys(compared.spelling.part).length === 0;
    const parts = partImplied ? partLikeness(asked.compared.spelling.part, readPart(found.part?.split(' ') ?? [])) : undefined;
    const like = { ...likeness(asked.compared, compared), ...(parts && { parts }) };
    return {
      found,
      compared,
      likeness: like,
      evidence: evidenceOf(asked, found, compared, { likeness: like, bySeries: false, partImplied }),
    };
  }

  private compared({ name, text, keys }: Found): Comparable {
    const known = this.comparables.get(name);
    // A name's key stays when the way it is folded changes.
    if (known && known.text === text) return known;
    const made = comparable(text, readKeys(keys));
    this.comparables.set(name, made);
    return made;
  }

  /** A part of a series may be asked for by the names of another, and a name may be that of a whole series. */
  private async withSeries(considered: readonly Considered[], signal: AbortSignal): Promise<readonly Considered[]> {
    const wanted = considered.map(seriesWanted);
    const series = wanted.flatMap((each) => each.map(({ found }) => found.series ?? ''));
    if (series.length === 0) return considered;
    const mates = await this.index.series(series, signal);
    const matesOf = ({ found }: Possible) => (mates.get(found.series ?? '') ?? []).map((mate) => ({ found: mate, compared: this.compared(mate) }));
    return considered.map((each, place) => each.with((wanted[place] ?? []).flatMap((one) => othersOfSeries(each.asked, one, matesOf(one)))));
  }

  private async withContext(considered: readonly Considered[], signal: AbortSignal): Promise<readonly Considered[]> {
    const ids = considered.flatMap(({ asked, possible }) =>
      asked.artist || asked.work ? possible.slice(0, mostWeighed).map(({ found }) => found.id) : [],
    );
    if (ids.length === 0) return considered;
    const around = await this.index.around(ids, signal);
    return considered.map((each) => each.inContext((id) => (around.get(id) ?? []).map((found) => this.compared(found))));
  }
}

export type Asking = NameAsked & { readonly compared: Comparable };

function comparedOf({ text, romaji }: NameAsked, { readings }: Pick<Care, 'readings'>): Comparable {
  const spelling = spell(text, { language: null, readings: readings && romaji === undefined });
  if (romaji === undefined) return comparable(text, spelling);
  const said = spell(romaji, { language: null, readings: false });
  return comparable(text, { ...spelling, part: { ...said.part, ...spelling.part }, romaji: said.romaji, proposed: false });
}

/** One thing that may be meant, by one of its names. */
export interface Possible {
  readonly found: Found;
  readonly compared: Comparable;
  readonly likeness: Likeness;
  readonly evidence: Evidence;
}

/** A name with the things that it may mean, the likeliest first, each by the name that fits best. */
export class Considered {
  readonly asked: Asking;
  /** All names that may fit. */
  private readonly names: readonly Possible[];
  readonly possible: readonly Possible[];
  /** Of the first of them; what comes after those is hardly likely. */
  readonly confidences: readonly number[];

  constructor(asked: Asking, possible: readonly Possible[]) {
    const best = new Map<string, { readonly each: Possible; readonly odds: number }>();
    for (const each of possible) {
      const odds = oddsOf(each.evidence);
      const known = best.get(each.found.id);
      if (!known || odds > known.odds) best.set(each.found.id, { each, odds });
    }
    const sorted = [...best.values()].sort(
      (one, other) => other.odds - one.odds || other.each.found.degree - one.each.found.degree || (one.each.found.id < other.each.found.id ? -1 : 1),
    );
    this.asked = asked;
    this.names = possible;
    this.possible = sorted.map(({ each }) => each);
    this.confidences = confidences(
      sorted.map(({ odds }) => odds),
      yearAsked(asked),
    );
  }

  with(more: readonly Possible[]): Considered {
    return more.length === 0 ? this : new Considered(this.asked, [...this.names, ...more]);
  }

  /** Of all names of the same thing the one that is spelt most alike: the likeliest need not be it. */
  closestTo({ found, likeness: { parts } }: Possible): Possible | undefined {
    const alike = this.names.filter((each) => each.found.id === found.id && each.likeness.parts.same === parts.same);
    return alike.toSorted((one, other) => placeOf(one) - placeOf(other) || Number(other.evidence.official) - Number(one.evidence.official))[0];
  }

  /** Told apart by the names of what they are told together with. */
  inContext(around: (id: string) => readonly Comparable[]): Considered {
    const given = [this.asked.artist, this.asked.work].flatMap((text) =>
      text ? [comparable(text, spell(text, { language: null, readings: true }))] : [],
    );
    if (given.length === 0) return this;
    const fits = (id: string) => given.every((one) => around(id).some((other) => isLike(likeness(one, other))));
    const context = new Map(
      this.possible.slice(0, mostWeighed).map(({ found: { id } }) => [id, fits(id) ? ('FITS' as const) : ('CONTRADICTS' as const)]),
    );
    const inContext = (each: Possible): readonly Possible[] => {
      const found = context.get(each.found.id);
      return found ? [{ ...each, evidence: { ...each.evidence, context: found } }] : [];
    };
    return new Considered(this.asked, this.names.flatMap(inContext));
  }
}

const placeOf = ({ likeness: { agreement } }: Possible) => AGREEMENTS.indexOf(agreement);

const isLike = ({ agreement, contained, unedited }: Likeness) => agreement !== 'NEAR' || unedited > 0.8 || contained > 0.9;

/** A year that is asked for, or that the name says. */
const yearAsked = ({ year, compared }: Asking): boolean => (year ?? compared.spelling.part.year) !== undefined;

/** Nothing that looks alike could be meant as well. */
function isSure({ possible: [first], confidences: [confidence = 0], asked }: Considered): boolean {
  if (!first || confidence < 0.9 || asked.artist || asked.work) return false;
  return ['SAME', 'FOLDED', 'ROMAJI'].includes(first.likeness.agreement) && first.likeness.parts.asked === 0;
}

/** From here on one thing is said to be meant. With a year many more names seem to fit what is not in the graph. */
const certain = { withYear: 0.85, withoutYear: 0.65 };
/** Below this it is likelier that nothing is meant that is known. */
export const likelyAtAll = 0.5;
/** No more than the likeliest are told, and none that is hardly possible. */
export const mostCandidates = 5;
const leastConfidence = 0.01;

/** What may be meant, as far as it is likely, and whether one thing is. */
export function decide(considered: Considered): Resolved {
  const { asked, possible, confidences: found } = considered;
  const some = found.reduce((sum, each) => sum + each, 0);
  const [first = 0] = found;
  const told = possible.slice(0, mostCandidates).flatMap((each, place): readonly CandidateFound[] => {
    const confidence = found[place] ?? 0;
    if (confidence < leastConfidence) return [];
    const { found: by, compared, likeness, evidence } = considered.closestTo(each) ?? each;
    const rules = rulesOf({ asked: asked.compared, name: compared, kind: by.kind, likeness, bySeries: evidence.bySeries });
    return [{ id: by.id, name: by.name, confidence, rules }];
  });
  return {
    status: first >= (yearAsked(asked) ? certain.withYear : certain.withoutYear) ? 'MATCHED' : some >= likelyAtAll ? 'AMBIGUOUS' : 'NOT_FOUND',
    candidates: told,
  };
}
