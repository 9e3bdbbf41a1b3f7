import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().min(1);

const model = z.array(
  z.strictObject({
    key: z.string().regex(/^[a-z-]+$/),
    facet: z.enum(['Genre', 'Theme', 'Tone']),
    en: text,
    ja: text,
    zh: text,
    tags: z.array(text).min(1),
  }),
);

export type BgmdFactor = z.output<typeof model>[number];

/** The terms of our taxonomy that tags of Bangumi stand for, as `bgmdFactors.yaml` has them. */
export const bgmdFactors: readonly BgmdFactor[] = model.parse(parse(readFileSync(new URL('bgmdFactors.yaml', import.meta.url), 'utf8')));
