import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { fold } from '../../src/names/fold.js';
import type { SourceTold } from '../source.js';
import type { NameStatement, Statements, Thing } from '../statements.js';
import { languageByLetters } from './languages.js';

const require = createRequire(import.meta.url);

const model = z.object({
  bangumis: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      alias: z.array(z.string()),
      type: z.enum(['tv', 'web', 'movie', 'ova']),
      air_date: z.string(),
      bangumi: z.object({ name_cn: z.string() }),
    }),
  ),
});

type Row = z.infer<typeof model>['bangumis'][number];

const packageModel = z.object({ version: z.string() });

/**
 * The npm package bgmd: what Bangumi calls its anime, with 30,000 further names. It also has games, novels and films with actors,
 * and nothing that tells them from anime, so it only adds to the works that `anime` knows by their Bangumi ids.
 */
export function bgmd(anime: Statements): Statements {
  const { bangumis } = model.parse(packageData());
  const known = new Set(anime.things.flatMap(({ ids }) => ids.flatMap(({ site, value }) => (site === 'BANGUMI' ? [value] : []))));
  const titles = titlesOf(bangumis);
  return { sources: [packageSource()], things: bangumis.filter(({ id }) => known.has(String(id))).map((row) => workOf(row, titles)), facts: [] };
}

/** What is to be known of the package. */
export function packageSource(): SourceTold {
  const { version } = packageModel.parse(JSON.parse(readFileSync(packageFile, 'utf8')));
  return { key: 'bgmd', title: 'bgmd (Bangumi data)', licence: 'MIT', url: 'https://github.com/yjl9903/bgmc', version };
}

/** All that the package holds. */
export const packageData = (): unknown => JSON.parse(readFileSync(require.resolve('bgmd/full'), 'utf8'));

/** The package keeps its package.json to itself. */
const packageFile = require.resolve('bgmd/full').replace(/data.full\.json$/, 'package.json');

/** Folded titles, Japanese and Chinese, with the Bangumi ids of the works whose titles they are. */
type Titles = ReadonlyMap<string, ReadonlySet<number>>;

function titlesOf(rows: readonly Row[]): Titles {
  const titles = new Map<string, Set<number>>();
  for (const row of rows) {
    for (const text of ownTitles(row)) titles.set(fold(text), (titles.get(fold(text)) ?? new Set()).add(row.id));
  }
  return titles;
}

const ownTitles = ({ name, bangumi }: Row) => [name, bangumi.name_cn].map((text) => text.trim()).filter((text) => text !== '');

/** `tv` is also said where the format is not known. */
const formats = { tv: null, web: 'WEB', movie: 'MOVIE', ova: 'OVA' } as const;

function workOf(row: Row, titles: Titles): Thing {
  return {
    type: 'Work',
    ref: `bgmd:${row.id}`,
    source: 'bgmd',
    fields: { medium: 'ANIME', format: formats[row.type], start: row.air_date },
    names: namesOf(row, titles),
    ids: [{ site: 'BANGUMI', value: String(row.id) }],
  };
}

/**
 * Each spelling once, as it is told first. Aliases that are the title of another work are left out: every season and extra of
 * 進撃の巨人 has 进击的巨人 among its aliases, which is the title of the first season, and of the whole.
 */
function namesOf(row: Row, titles: Titles): readonly NameStatement[] {
  const titlesFirst = ownTitles(row).map((text, index) => (index === 0 ? nameOf(text, 'OFFICIAL', null) : nameOf(text, 'ALIAS', 'zh')));
  const aliases = row.alias.filter((text) => !isTitleOfAnother(titles, text, row.id)).map((text) => nameOf(text, 'ALIAS', null));
  const names = new Map<string, NameStatement>();
  for (const name of [...titlesFirst, ...aliases]) {
    if (!names.has(fold(name.text))) names.set(fold(name.text), name);
  }
  return [...names.values()];
}

function isTitleOfAnother(titles: Titles, text: string, id: number): boolean {
  const works = titles.get(fold(text));
  return works !== undefined && !works.has(id);
}

function nameOf(text: string, kind: NameStatement['kind'], han: 'zh' | null): NameStatement {
  return { text: text.trim(), kind, language: languageByLetters(text) ?? (/\p{Script=Han}/u.test(text) ? han : null) };
}
