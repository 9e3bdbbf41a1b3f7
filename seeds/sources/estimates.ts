import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DataSource } from '../source.js';
import type { Told } from '../told.js';

export const estimatesFolder = fileURLToPath(new URL('../estimates/', import.meta.url));

const model = z.strictObject({ sheets: z.record(z.string(), z.record(z.string(), z.number().gt(0).max(1))) });

/** An estimate is as likely wrong as right in what it adds: it never outweighs what somebody states. */
const confidence = 0.5;

/** What curated songs probably feel and sound like: written from what is generally known of them, not by somebody who listened for it. */
export const estimates: DataSource = {
  key: 'estimates',
  refs: 'curated',
  describe: () => ({
    key: 'estimates',
    title: 'Estimated sheets of songs, from what is generally known of them',
    licence: 'CC0-1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  }),
  *read() {
    for (const file of readdirSync(estimatesFolder).sort()) {
      const { sheets } = model.parse(parse(readFileSync(join(estimatesFolder, file), 'utf8')));
      for (const [song, sheet] of Object.entries(sheets)) yield { place: `${file} ${song}`, told: sheetOf(song, sheet) };
    }
  },
};

function sheetOf(song: string, sheet: Readonly<Record<string, number>>): Told {
  const facts = Object.entries(sheet).map(([factor, weight]) => ({
    type: 'EXPRESSES' as const,
    other: `Factor:${factor}`,
    says: { weight, confidence },
  }));
  return { type: 'Song', record: song, ref: `Song:${song}`, names: [], ids: [], fields: {}, facts, link: 'BY_ID' };
}
