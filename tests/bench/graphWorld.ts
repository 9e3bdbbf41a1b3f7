import type { Counts } from './numbered.js';
import { chance, evenly, oneOf, type Random, randomOf, skewedAnywhere } from './random.js';

/** What several tables of a graph have to agree on. Things are numbered from 1. */
export interface World {
  readonly counts: Counts;
  /** The works of each franchise in the order in which they came out. */
  readonly partsOf: (franchise: number) => readonly number[];
  /** The franchise of a work; undefined where it belongs to none. */
  readonly franchiseOf: (work: number) => number | undefined;
  /** A shortened ISO date; undefined where it is not known. */
  readonly startOf: (work: number) => string | undefined;
}

export function createWorld(counts: Counts): World {
  const franchiseOf = (work: number) => drawnFranchise(counts, work);
  const parts = collectParts(counts, franchiseOf);
  return { counts, franchiseOf, startOf, partsOf: (franchise) => parts[franchise - 1] ?? [] };
}

/** The numbers from 1 to `count`. */
export function* upTo(count: number): Generator<number> {
  for (let n = 1; n <= count; n += 1) yield n;
}

/** Which source says something. */
export function sourceOf(random: Random): string {
  return oneOf(random, [
    ['curated', 0.4],
    ['archive', 0.4],
    ['register', 0.2],
  ]);
}

/** A number from 1 to `count`, drawn the more unevenly the smaller the evenness. */
export function numberFrom(random: Random, count: number, evenness: number): number {
  return 1 + skewedAnywhere(random, count, evenness);
}

function drawnFranchise({ franchises }: Counts, work: number): number | undefined {
  const random = randomOf('franchise', work);
  return chance(random, 0.8) ? numberFrom(random, franchises, 0.1) : undefined;
}

function collectParts({ works, franchises }: Counts, franchiseOf: World['franchiseOf']): readonly (readonly number[])[] {
  const parts: number[][] = Array.from({ length: franchises }, () => []);
  for (const work of upTo(works)) parts[(franchiseOf(work) ?? 0) - 1]?.push(work);
  for (const works of parts) works.sort((one, other) => (startOf(one) ?? '9999').localeCompare(startOf(other) ?? '9999') || one - other);
  return parts;
}

/** 1965 to 2026, the later the more. */
function startOf(work: number): string | undefined {
  const random = randomOf('start', work);
  const year = String(2026 - Math.floor(62 * random() ** 2));
  const month = oneOf(random, [
    ['01', 0.2],
    ['04', 0.25],
    ['07', 0.2],
    ['10', 0.2],
    [twoDigits(1 + evenly(random, 12)), 0.15],
  ]);
  return oneOf(random, [
    [`${year}-${month}-${twoDigits(1 + evenly(random, 28))}`, 0.8],
    [`${year}-${month}`, 0.08],
    [year, 0.09],
    [undefined, 0.03],
  ]);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
