import { z } from 'zod';
import { factModel, nodeModel } from './thing.js';
import { typedModel } from './typed.js';

const value = typedModel.shape.properties.valueType;

/** What it takes to give a merged thing back exactly as it was; kept as JSON with the edit. */
export const snapshotModel = z.object({
  node: nodeModel,
  /** Facts that went over to the kept thing. */
  moved: z.array(factModel),
  /** Facts that did not: the kept thing had them already, or they were only a guess. */
  letGo: z.array(factModel),
  /** The kept thing's own fields that the merge changed. */
  changed: z.record(z.string(), z.object({ before: value, after: value })),
  /** Floating-point fields among them. */
  floats: z.array(z.string()),
  /** Ids that had been merged into the dropped one before. */
  redirects: z.array(z.string()),
  /** Voices that are told for certain works, with the list of these as it was. */
  voices: z.array(z.object({ artist: z.string(), character: z.string(), language: z.string(), works: z.array(z.string()) })),
});

export type Snapshot = z.output<typeof snapshotModel>;

/** Every thing besides the two that a merge has touched. */
export function othersIn({ moved, letGo, voices }: Snapshot): readonly string[] {
  return [
    ...new Set([
      ...[...moved, ...letGo].map(({ other }) => other),
      ...voices.flatMap(({ artist, character, works }) => [artist, character, ...works]),
    ]),
  ];
}
