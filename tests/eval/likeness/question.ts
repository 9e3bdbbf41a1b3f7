/** The types of things that are asked about and answered. */
export type ThingType = 'Artist' | 'Work' | 'Song';

/** One thing that is asked about, and what should come back. */
export interface Question {
  readonly of: string;
  /** What the hidden facts join it with. */
  readonly truths: ReadonlySet<string>;
  /** What it is joined with in the same way by the facts that remain: no answer, right or wrong. */
  readonly known: ReadonlySet<string>;
}

export interface Task {
  readonly name: string;
  /** What is hidden and what is asked, in a line. */
  readonly told: string;
  /** Of what type the things are that are asked about, and those that are like or near them. */
  readonly of: ThingType;
  readonly to: ThingType;
  /** What the product is asked: `$id` is the thing, each of `likes` has a score and an id. */
  readonly document: string;
  /** Of terms: which things express which, in the graph that remains. What is like a thing then speaks for its terms. */
  readonly terms?: ReadonlyMap<string, readonly string[]>;
  readonly questions: readonly Question[];
}

/** Something with how much it has to do with what was asked about. */
export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** How long an answer is: as long as the product's longest. */
export const longest = 50;
