import { z } from 'zod';
import { NAME_KINDS } from './graph/vocabulary.js';
import { SITES } from './sites.js';

/** What a record says, as the loader has kept it (seeds/told.ts), as far as it is shown. */
const saidModel = z.object({
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.number())])),
  names: z.array(z.object({ text: z.string(), kind: z.enum(NAME_KINDS), language: z.string().nullable(), spoiler: z.boolean().default(false) })),
  ids: z.array(z.object({ site: z.enum(SITES), value: z.string() })),
  known: z.object({ year: z.int().optional(), artist: z.string().optional(), romaji: z.string().optional() }).default({}),
});

type Said = z.output<typeof saidModel>;
export type StatedName = Said['names'][number];
export type StatedId = Said['ids'][number];

/** A field that a record states. */
export interface StatedField {
  readonly name: string;
  readonly value: string;
  readonly shown: boolean;
}

const read = (said: string): Said => saidModel.parse(JSON.parse(said));

/** The fields that a record states, of a thing that shows these values. */
export function fieldsSaid(said: string, shown: readonly (readonly [string, unknown])[] | null): readonly StatedField[] {
  const values = new Map((shown ?? []).map(([name, value]) => [name, JSON.stringify(value)]));
  return Object.entries(read(said).fields).map(([name, value]) => ({
    name,
    value: Array.isArray(value) ? value.join(', ') : String(value),
    shown: values.get(name) === JSON.stringify(value),
  }));
}

/** The names that a record states; those that give a plot away only when asked for. */
export const namesSaid = (said: string, spoilers: boolean): readonly StatedName[] => read(said).names.filter(({ spoiler }) => spoilers || !spoiler);

export const idsSaid = (said: string): readonly StatedId[] => read(said).ids;

/** What a record knows besides of the thing it tells of. */
export const knownBesides = (said: string): Said['known'] => read(said).known;
