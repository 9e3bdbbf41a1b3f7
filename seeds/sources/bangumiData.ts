import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decodeHTMLStrict } from 'entities';
import { z } from 'zod';
import { SITES } from '../../src/sites.js';
import type { SourceTold } from '../source.js';
import type { NameStatement, Statements, Thing } from '../statements.js';

const require = createRequire(import.meta.url);

/** Some are as they stood in a web page: `ラムネ&amp;40`. */
const title = z.string().transform((text) => decodeHTMLStrict(text));

const model = z.object({
  items: z.array(
    z.object({
      title,
      titleTranslate: z.partialRecord(z.enum(['ja', 'en', 'zh-Hans', 'zh-Hant']), z.array(title)),
      type: z.enum(['tv', 'web', 'movie', 'ova']),
      lang: z.string(),
      officialSite: z.string().optional(),
      begin: z.string(),
      end: z.string(),
      sites: z.array(z.object({ site: z.string(), id: z.string().optional() })),
    }),
  ),
});

type Item = z.infer<typeof model>['items'][number];

const packageModel = z.object({ version: z.string() });

/** The npm package bangumi-data: 8,000 anime with titles in four languages, dates and ids on dozens of sites. */
export function bangumiData(): Statements {
  const { items } = model.parse(JSON.parse(readFileSync(require.resolve('bangumi-data/dist/data.json'), 'utf8')));
  return { sources: [source()], things: items.map(workOf), facts: [] };
}

function source(): SourceTold {
  const { version } = packageModel.parse(JSON.parse(readFileSync(require.resolve('bangumi-data/package.json'), 'utf8')));
  return { key: 'bangumi-data', title: 'bangumi-data', licence: 'CC-BY-4.0', url: 'https://github.com/bangumi-data/bangumi-data', version };
}

const formats = { tv: 'TV', web: 'WEB', movie: 'MOVIE', ova: 'OVA' } as const;

function workOf(item: Item, index: number): Thing {
  const start = dayInJapan(item.begin);
  return {
    type: 'Work',
    ref: `bangumi-data:${index}`,
    source: 'bangumi-data',
    fields: {
      medium: 'ANIME',
      format: formats[item.type],
      start,
      // A film's end is filled in, but means nothing.
      end: item.type === 'movie' ? null : dayInJapan(item.end),
      officialSite: item.officialSite || null,
    },
    names: namesOf(item),
    ids: item.sites.flatMap(({ site, id }) => idOn(site, id)),
  };
}

function namesOf({ title, lang, titleTranslate }: Item): readonly NameStatement[] {
  const translations = Object.entries(titleTranslate).flatMap(([language, texts]) =>
    texts.map((text, index): NameStatement => ({ text, language, kind: index === 0 ? 'TRANSLATION' : 'ALIAS' })),
  );
  return [{ text: title, language: lang, kind: 'OFFICIAL' }, ...translations];
}

/** The sites are ours but for the spelling. */
function idOn(site: string, value: string | undefined): Thing['ids'] {
  const known = SITES.find((name) => name === site.toUpperCase());
  return known && value ? [{ site: known, value }] : [];
}

/** Times are UTC; a day is Japan's. */
function dayInJapan(time: string): string | null {
  const moment = Date.parse(time);
  return Number.isNaN(moment) ? null : new Date(moment + 9 * 3_600_000).toISOString().slice(0, 10);
}
