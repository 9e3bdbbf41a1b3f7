import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DataSource } from '../source.js';
import type { ThingType, Told } from '../told.js';

export const estimatesFolder = fileURLToPath(new URL('../estimates/', import.meta.url));

const model = z.strictObject({ sheets: z.record(z.string(), z.record(z.string(), z.number().gt(0).max(1))) });

/** What the sheets of a file are of, by the beginning of its name. */
const types = { songs: 'Song', characters: 'Character', brands: 'Organization', campaigns: 'Campaign' } as const satisfies Readonly<
  Record<string, ThingType>
>;

/** An estimate is as likely wrong as right in what it adds: it never outweighs what somebody states. */
const confidence = 0.5;

/** What curated songs, characters, brands and campaigns probably feel like: written from what is generally known of them, not by somebody who listened or looked for it. */
export const estimates: DataSource = {
  key: 'estimates',
  refs: 'curated',
  linksById: true,
  describe: () => ({
    key: 'estimates',
    title: 'Estimated sheets of songs, characters, brands and campaigns, from what is generally known of them',
    licence: 'CC0-1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  }),
  *read() {
    for (const file of readdirSync(estimatesFolder).sort()) {
      const { sheets } = model.parse(parse(readFileSync(join(estimatesFolder, file), 'utf8')));
      const type = typeOf(file);
      for (const [key, sheet] of Object.entries(sheets)) yield { place: `${file} ${key}`, told: sheetOf(type, key, sheet) };
    }
  },
};

type SheetType = (typeof types)[keyof typeof types];

function typeOf(file: string): SheetType {
  const kind = file.split('-')[0];
  const found = Object.entries(types).find(([each]) => each === kind);
  if (found) return found[1];
  throw new Error(`The name of a file of sheets begins with what they are of, one of ${Object.keys(types).join(', ')}, but got ${file}.`);
}

function sheetOf(type: SheetType, key: string, sheet: Readonly<Record<string, number>>): Told {
  const facts = Object.entries(sheet).map(([factor, weight]) => ({
    type: 'EXPRESSES' as const,
    other: `Factor:${factor}`,
    says: { weight, confidence },
  }));
  const ref = `${type}:${key}`;
  return { type, record: ref, ref, names: [], ids: [], fields: {}, facts, link: 'BY_ID' };
}
