import { prefixes } from '../../../src/graph/ids.js';
import { upTo } from '../graphWorld.js';
import { chance, evenly, type Random, randomOf, skewedAnywhere } from '../random.js';
import { termCount } from './taxonomy.js';

/** That a thing expresses a term, which is told by its number. */
export interface Expressed {
  readonly term: number;
  readonly weight: number;
  /** 1 where it is not said. */
  readonly confidence: number;
}

export interface Kind {
  readonly label: 'Song' | 'Campaign';
  /** How many terms one of them expresses. */
  readonly terms: (random: Random) => number;
}

export const song: Kind = { label: 'Song', terms: (random) => 20 + evenly(random, 28) };
export const campaign: Kind = { label: 'Campaign', terms: () => 10 };

export const campaignCount = 10_000;

/** The id of the n-th thing, counted from 1. */
export const thingId = ({ label }: Kind, n: number): string => `${prefixes[label]}_${n.toString(36)}`;

/** A term as often as it is expressed and spoken of: the first one of them 22 times as often as the average. */
export const drawTerm = (random: Random, count: number): number => skewedAnywhere(random, count, 0.01);

/** What the n-th thing expresses, each term once: the same in every run and for every number of things. */
export function expressed({ label, terms }: Kind, n: number): readonly Expressed[] {
  const random = randomOf(`${label} expresses`, n);
  const count = terms(random);
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(drawTerm(random, termCount));
  const confidence = chance(random, 0.6) ? 0.5 : 1;
  return Array.from(drawn, (term) => ({ term, weight: (1 + evenly(random, 10)) / 10, confidence }));
}

/** Of all things, one after the other. */
export function* allExpressed(kind: Kind, count: number): Generator<{ readonly n: number; readonly terms: readonly Expressed[] }> {
  for (const n of upTo(count)) yield { n, terms: expressed(kind, n) };
}
