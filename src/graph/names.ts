import { z } from 'zod';
import { many, one, relationship } from './declare.js';
import { sourceOf } from './sources.js';
import { NAME_KINDS } from './vocabulary.js';

const text = z.string().nullable();

/** The display forms that every named thing carries itself, so that reading a title costs no hop. `japanese` is there where the original is not. */
export const displayForms = { original: z.string(), kana: text, romaji: text, english: text, zhHans: text, zhHant: text, ko: text, japanese: text };

/** By reading where it is known, else as written: an order that the loader writes down (orderKeys.ts), so that an index can keep it. */
export const byName = (variable: string) => `${variable}.orderName`;

/** All written forms of a named thing; those that give a plot away only when asked for. */
export const names = many('Name', `MATCH (@this)-[@that:NAMED]->(@name:Name) WITH @that, @name WHERE $spoilers OR NOT @name.spoiler`, {
  order: [{ by: '@name.rank' }, { by: '@name.text' }],
  key: '@name.key',
  given: ({ spoilers }) => ({ spoilers: spoilers === true }),
});

const said = 'endNode(@this)';

/** That a thing is called so: the name itself with who says it. */
export const Name = relationship(
  'NAMED',
  { text: z.string(), language: text, script: text, kind: z.enum(NAME_KINDS), spoiler: z.boolean(), source: z.string() },
  { source: one('Source', sourceOf) },
  { text: `${said}.text`, language: `${said}.language`, script: `${said}.script`, kind: `${said}.kind`, spoiler: `${said}.spoiler` },
);
