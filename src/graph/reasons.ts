import { z } from 'zod';
import { NODE_NAMES } from './ids.js';

/**
 * Why one thing is in the answer for another. Each kind of reason is a pattern between the two with the things on the way;
 * what many things share counts less: `rarity` falls with the number of things that hang on what is shared.
 */
export const rarity = (count: string) => `1.0 / (1.0 + log(${count}))`;

/** A row of a likeness: its score is the sum of its reasons' weights. */
export const likeness = {
  score: [z.number(), '@score'],
  reasons: [
    z.array(
      z.object({
        kind: z.string(),
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
    '[@each IN @reasons | {kind: @each.kind, detail: @each.detail, weight: @each.weight, path: [@step IN @each.path | RECORD(@step)]}]',
  ],
} as const;

/** From rows of `@that` and `@reason` to one row for each `@that`: its eight strongest reasons, and what they add up to. */
export const strongestReasons = `
  WITH @that, @reason ORDER BY @reason.weight DESC, @reason.kind, @reason.path[1].id
  WITH @that, collect(@reason)[..8] AS @reasons
  WITH @that, @reasons, reduce(@sum = 0.0, @r IN @reasons | @sum + @r.weight) AS @score`;

export const bestFirst = [{ by: '@score', descending: true }];
