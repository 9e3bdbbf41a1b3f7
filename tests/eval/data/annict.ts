import { z } from 'zod';
import { readLines } from './shared.js';

const model = z.object({
  annict_id: z.int(),
  mal_id: z.int().optional(),
  title: z.string().transform((text) => text.trim()),
  year: z.int().nullable(),
});

export type AnnictTitle = z.output<typeof model>;

export const annictFolder = 'data/annict-titles';

/** Japanese titles as Annict writes them. */
export const annictTitles = (): readonly AnnictTitle[] => readLines(`${annictFolder}/annict.jsonl`).map((line) => model.parse(JSON.parse(line)));
