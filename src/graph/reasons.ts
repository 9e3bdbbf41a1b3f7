import { z } from 'zod';
import { NODE_NAMES } from './ids.js';
import { REASON_KINDS, type ReasonKind } from './vocabulary.js';

/**
 * Why one thing is in the answer for another. Each way that leads from the one to the other is a pattern. Where the reasons are
 * asked for, its rows are told as reasons; else they are only weighed, which is much less work.
 */
export interface Way {
  /** Gives `@that` and `@reason`. */
  readonly reason: string;
  /** Gives `@that` and `@weight`, once for each reason. */
  readonly score: string;
}

/** What many things share counts less: it falls with the number of things that hang on what is shared. */
export const rarity = (count: string) => `1.0 / (1.0 + log(${count}))`;

/** How much each of many counts where they are not shared but a thing's own; it falls slowly, since of an artist with few songs here not all may be known. */
export const share = (count: string) => `1.0 / (1.0 + log(1.0 + ${count} / 4.0))`;

interface Told {
  readonly kind: ReasonKind;
  readonly detail?: string;
  readonly weight: string;
  readonly path: readonly string[];
}

const reasonOf = ({ kind, detail = 'null', weight, path }: Told) =>
  `{kind: '${kind}', detail: ${detail}, weight: ${weight}, path: [${path.join(', ')}]}`;

const told = (reason: Told) => `RETURN @that, ${reasonOf(reason)} AS @reason`;

/** A relationship between the two: each is a reason. */
export function linked(match: string, reason: Told): Way {
  return { reason: `${match} ${told(reason)}`, score: `${match} RETURN @that, ${reason.weight} AS @weight` };
}

/** Of many ways the one by the smallest ids, and the things on it. Lists are compared item by item. */
export const smallest = (by: readonly string[]) => ({
  way: `min([${[...by.map((thing) => `${thing}.id`), ...by].join(', ')}]) AS @way`,
  things: by.map((thing, index) => `@way[${by.length + index}] AS ${thing}`).join(', '),
});

/**
 * Something that both share: each is a reason. Of all ways to it, the one by the smallest ids is told; `by` are the things on it.
 * `quick` finds the same without telling the ways apart.
 */
export function sharing(shared: string, by: readonly string[], match: string, reason: Told, quick = match): Way {
  const { way, things } = smallest(by);
  const first =
    by.length === 0 ? `WITH DISTINCT @this, @that, ${shared}` : `WITH @this, @that, ${shared}, ${way} WITH @this, @that, ${shared}, ${things}`;
  return {
    reason: `${match} ${first} ${told(reason)}`,
    score: `${quick} WITH DISTINCT @this, @that, ${shared} RETURN @that, ${reason.weight} AS @weight`,
  };
}

/** All ways of a kind are one reason, told by one of them; the weight and the detail may speak of `@count`, which counts one of the things on them. */
export function sharingAll(counted: string, by: readonly string[], match: string, reason: Told): Way {
  const { way, things } = smallest(by);
  return {
    score: `${match} WITH @this, @that, count(DISTINCT ${counted}) AS @count RETURN @that, ${reason.weight} AS @weight`,
    reason: `${match} WITH @this, @that, ${way}, count(DISTINCT ${counted}) AS @count
      WITH @this, @that, @count, ${things} ${told(reason)}`,
  };
}

/**
 * A term of the taxonomy that both express: each is a reason, the stronger the more it is true of the less of the two, and the surer that is.
 * The detail tells whether one of the two is only estimated. What more than `most` things express tells nothing of any two of them.
 */
export function expressing(type: string, weight: string, most: number): Way {
  return sharingTerm(
    `MATCH (@this)-[@one:EXPRESSES]->(@factor:Factor) WHERE ${expressions('@factor')} <= ${most}
    MATCH (@factor)<-[@other:EXPRESSES]-(@that:${type}) WHERE @that <> @this`,
    `${weight} * ${rarity(`${expressions('@factor')} / 2.0`)}`,
  );
}

/**
 * The same where many things express nothing but what very many express: one is compared with those only that express the rarest of its terms,
 * but by all that both express.
 */
export function expressingRarest(type: string, weight: string, most: number): Way {
  return sharingTerm(
    `MATCH (@this)-[@own:EXPRESSES]->(@term:Factor)
    WITH @this, @own, @term, ${expressions('@term')} AS @many ORDER BY @many, @term.id
    WITH @this, collect({term: @term, weight: @own.weight, confidence: @own.confidence, many: @many}) AS @terms
    WITH @this, @terms, @terms[0].term AS @rarest WHERE @terms[0].many <= ${most}
    MATCH (@rarest)<-[:EXPRESSES]-(@that:${type}) WHERE @that <> @this
    MATCH (@that)-[@fact:EXPRESSES]->(@factor)
    WITH @this, @that, @factor, @fact, [@each IN @terms WHERE @each.term = @factor][0] AS @one WHERE @one IS NOT NULL
    WITH @this, @that, @factor, @one, {weight: @fact.weight, confidence: @fact.confidence} AS @other`,
    `${weight} * ${rarity('@one.many / 2.0')}`,
  );
}

export const expressions = (factor: string) => `COUNT { (${factor})<-[:EXPRESSES]-() }`;

/** Whether neither of two is only estimated to express a term. */
export const areStated = '@one.confidence IS NULL AND @other.confidence IS NULL';

/** `@one` and `@other` say how much each of the two expresses it. */
function sharingTerm(match: string, weight: string): Way {
  const strength = (fact: string) => `${fact}.weight * coalesce(${fact}.confidence, 1.0)`;
  return linked(match, {
    kind: 'SAME_FACTOR',
    detail: `CASE WHEN ${areStated} THEN null ELSE 'ESTIMATE' END`,
    weight: `${weight} * (CASE WHEN ${strength('@one')} < ${strength('@other')} THEN ${strength('@one')} ELSE ${strength('@other')} END)`,
    path: ['@this', '@factor', '@that'],
  });
}

/** No more reasons are told of one thing, and no more count. */
export const mostReasons = 8;

/** What the reasons make. */
export const scoreOf = (reasons: readonly { readonly weight: number }[]): number => reasons.reduce((sum, { weight }) => sum + weight, 0);

interface Found {
  readonly score: number;
  readonly node: { readonly id: string };
}

/** Of equal ones the first by id. */
export const bestFirst = (one: Found, other: Found): number => other.score - one.score || (one.node.id < other.node.id ? -1 : 1);

/**
 * Things with the strongest of the reasons that lead to them, which make their score. Equals are told by what is shared first; where reasons
 * may begin with several things, `first` puts these before that.
 */
export function strongest(first: readonly string[] = []): string {
  return `
    WITH @that, @reason ORDER BY ${['@reason.weight DESC', '@reason.kind', ...first, '@reason.path[1].id'].join(', ')}
    WITH @that, collect(@reason)[..${mostReasons}] AS @reasons
    WITH @that, @reasons, reduce(@sum = 0.0, @each IN @reasons | @sum + @each.weight) AS @score`;
}

/** What two things have in common that is no reason in itself, but one more where there is another. */
interface Besides {
  /** Of `@this` and `@that`; not more than reading their fields, since it is asked of each pair. */
  readonly holds: string;
  readonly reason: Told;
}

/** From one thing to all that the ways lead to: what can be asked of an edge of likeness. */
export function likeness(ways: readonly Way[], besides?: Besides) {
  const all = (tail: 'score' | 'reason') => `CALL (@this) { ${ways.map((way) => way[tail]).join(' UNION ALL ')} }`;
  const more = (row: string, further: string) =>
    besides ? `WITH @this, @that, collect(${row}) + CASE WHEN ${besides.holds} THEN [${further}] ELSE [] END AS @rows UNWIND @rows AS ${row}` : '';
  const match = `${all('reason')} ${more('@reason', besides ? reasonOf(besides.reason) : '')} ${strongest()}`;
  const scored = `${all('score')} ${more('@weight', besides?.reason.weight ?? '')}
    WITH @that, @weight ORDER BY @weight DESC
    WITH @that, collect(@weight)[..${mostReasons}] AS @weights
    WITH @that, reduce(@sum = 0.0, @each IN @weights | @sum + @each) AS @score`;
  return {
    match,
    options: { row: reasonsRow, order: [{ by: '@score', descending: true }], limit: 50, lighter: { without: 'reasons', match: scored } },
  } as const;
}

/** A row of a likeness: its score is the sum of its reasons' weights. */
export const reasonsRow = {
  score: [z.number(), '@score'],
  reasons: [
    z.array(
      z.object({
        kind: z.enum(REASON_KINDS),
        detail: z.string().nullish(),
        weight: z.number(),
        /** Records as the database gives them, the one asked about first. */
        path: z.array(
          z.looseObject({
            type: z.enum(NODE_NAMES),
            original: z.string(),
            english: z.string().nullable(),
            japanese: z.string().nullable(),
            medium: z.string().nullish(),
          }),
        ),
      }),
    ),
    '[@told IN @reasons | {kind: @told.kind, detail: @told.detail, weight: @told.weight, path: [@step IN @told.path | RECORD(@step)]}]',
  ],
} as const;
