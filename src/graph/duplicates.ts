import { z } from 'zod';
import { one, page, relationship } from './declare.js';
import { MERGEABLE } from './ids.js';

/** Two things that are probably one, as the loader has found them (seeds/maybe.ts). */
export const Duplicate = relationship(
  'MAY_BE',
  {
    confidence: z.number(),
    /** Each as JSON (duplicateReasons.ts). */
    reasons: z.array(z.string()),
  },
  {
    one: one(MERGEABLE, 'MATCH (@that)-[@this]->()'),
    other: one(MERGEABLE, 'MATCH ()-[@this]->(@that)'),
  },
);

/** `place` begins with the kind, then what confidence is lacking, then the ids: one index holds each kind in its order. */
export const duplicates = page('Duplicate', 'MATCH ()-[@that:MAY_BE]->() WHERE @that.place STARTS WITH $kind WITH @that', {
  key: '@that.place',
  indexed: true,
  given: ({ kind }) => ({ kind: `${kind} ` }),
});

/** Where a pair stands in the list of its kind. */
export const placeOf = (type: string, confidence: number, ids: readonly string[]) =>
  `${type.toUpperCase()} ${(1 - confidence).toFixed(4)} ${ids.join(' ')}`;
