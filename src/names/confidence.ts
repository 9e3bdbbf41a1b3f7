import { AGREEMENTS, type Likeness } from './likeness.js';
import { weights } from './weights.js';

/** What speaks for and against a thing being the one that is asked for. */
export interface Evidence {
  readonly likeness: Likeness;
  /** The part is told by the thing's official name only, not by this one. */
  readonly partImplied: boolean;
  /** The name is of another part of the same series. */
  readonly bySeries: boolean;
  readonly official: boolean;
  /** The form that is asked for: whether the name says it, the thing is of it, or neither. */
  readonly form: 'SAME' | 'OF_THING' | 'ABSENT' | 'CONTRADICTS' | 'ONLY_TOLD' | 'TOLD_OF_THING' | 'NONE';
  /** Years between the thing and what is asked for; null where one of them is not known. */
  readonly years: number | null;
  /** Whether a year was asked for. */
  readonly yearAsked: boolean;
  /** What else is known about it fits (its artist, its work, its day), contradicts (its medium as well) or was not asked. */
  readonly context: 'FITS' | 'CONTRADICTS' | 'NONE';
  /** A book or a game is meant less often than what is on screen. */
  readonly onScreen: boolean;
}

/** What is weighed. */
export const FEATURES = [
  ...AGREEMENTS,
  'common',
  'commonSquared',
  'contained',
  'unedited',
  'uneditedSquared',
  'consonants',
  'sameHead',
  'short',
  'longNear',
  'sameScript',
  'sameScriptCommon',
  'asReading',
  'asReadingCommon',
  'numbersDiffer',
  'marks',
  'partSame',
  'partAsked',
  'partTold',
  'partContradicts',
  'partImplied',
  'partImpliedTold',
  'formSame',
  'formOfThing',
  'formAbsent',
  'formContradicts',
  'formOnlyTold',
  'formToldOfThing',
  'yearSame',
  'yearBeside',
  'yearDiffers',
  'official',
  'bySeries',
] as const;
export type Feature = (typeof FEATURES)[number];

/** How much each feature counts, and the log odds of none of the candidates being meant. */
export interface Weights {
  readonly features: Readonly<Record<Feature, number>>;
  readonly none: number;
}

/** The evidence as numbers; what is left out is 0. */
export function featuresOf({ likeness, partImplied, bySeries, official, form, years }: Evidence): Readonly<Partial<Record<Feature, number>>> {
  const near = likeness.agreement === 'NEAR';
  const { common, contained, unedited, consonants, length, parts } = likeness;
  return {
    [likeness.agreement]: 1,
    ...(near
      ? {
          common,
          commonSquared: common ** 2,
          contained,
          unedited,
          uneditedSquared: unedited ** 2,
          consonants: Number(consonants),
          sameHead: Number(likeness.sameHead),
          longNear: common * Math.min(1, length / 30),
          sameScript: Number(likeness.sameScript),
          sameScriptCommon: Number(likeness.sameScript) * common,
          asReading: Number(likeness.asReading),
          asReadingCommon: Number(likeness.asReading) * common,
          numbersDiffer: Number(likeness.numbersDiffer),
        }
      : { short: 1 / Math.max(1, length) }),
    marks: Number(likeness.sameMarks),
    partSame: Number(parts.same && !partImplied),
    partAsked: Math.min(1.5, parts.asked),
    partTold: partImplied ? 0 : Math.min(1.5, parts.told),
    partContradicts: Number(parts.contradict && !partImplied),
    partImplied: Number(partImplied && parts.same),
    partImpliedTold: Number(partImplied && (parts.told >= 1 || parts.contradict)),
    formSame: Number(form === 'SAME'),
    formOfThing: Number(form === 'OF_THING'),
    formAbsent: Number(form === 'ABSENT'),
    formContradicts: Number(form === 'CONTRADICTS'),
    formOnlyTold: Number(form === 'ONLY_TOLD'),
    formToldOfThing: Number(form === 'TOLD_OF_THING'),
    yearSame: Number(years === 0),
    yearBeside: Number(years === 1),
    yearDiffers: Number(years !== null && years > 1),
    official: Number(official && !near),
    bySeries: Number(bySeries),
  };
}

/** Not learnt from examples, since the sets hold too few: by hand. */
const byHand = { FITS: 3, CONTRADICTS: -3, NONE: 0, offScreen: -2.2 };

/** The log odds of a thing, before it is compared with the others. */
export function oddsOf(evidence: Evidence): number {
  const { features } = weightsFor(evidence.yearAsked);
  const said = featuresOf(evidence);
  const learnt = FEATURES.reduce((sum, name) => sum + (said[name] ?? 0) * features[name], 0);
  return learnt + givenOdds(evidence);
}

/** What is not learnt. */
export const givenOdds = ({ context, onScreen }: Evidence): number => byHand[context] + (onScreen ? 0 : byHand.offScreen);

const weightsFor = (yearAsked: boolean): Weights => (yearAsked ? weights.withYear : weights.withoutYear);

/** The weights are learnt from so many of the likeliest, and so they are weighed: what comes after them is not likely, but many would add up. */
export const mostWeighed = 12;

/** The confidences of things with these log odds, the highest first: each one's share, where none of them may be meant too. They add up to less than 1. */
export function confidences(odds: readonly number[], yearAsked: boolean): readonly number[] {
  const { none } = weightsFor(yearAsked);
  const weighed = odds.slice(0, mostWeighed);
  const most = Math.max(none, ...weighed);
  const shares = weighed.map((each) => Math.exp(each - most));
  const sum = shares.reduce((total, each) => total + each, Math.exp(none - most));
  return shares.map((share) => share / sum);
}
