import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fold } from '../../src/names/fold.js';
import { parsed, rejection } from '../reading/parsed.js';
import { eachOf } from '../reading/reached.js';
import { sharedSource } from '../reading/sharedSource.js';
import type { DataSource, Reading } from '../source.js';
import type { NameTold } from '../told.js';
import { chineseOf } from './chinese.js';

const model = z.object({ id: z.int().positive(), title: z.string().trim(), synonyms: z.array(z.string().trim()) });

/** Chinese titles for 8,498 anime of AniList. A sixth of them are not Chinese: where no translation was known, the Latin or Japanese title was kept. */
export const anilistChinese: DataSource = {
  key: 'anilist-chinese',
  describe: (path) => sharedSource(path, { key: 'anilist-chinese', title: 'anilist-chinese', licence: 'MIT' }),
  *read(path, reached) {
    const rows = z.array(z.unknown()).parse(JSON.parse(readFileSync(join(path, 'anilist-chinese.json'), 'utf8')));
    const placed = rows.map((row, index) => ({ place: `anilist-chinese.json[${index}]`, row }));
    for (const { place, row } of eachOf(placed, reached)) yield readingOf(place, row);
  },
};

function readingOf(place: string, value: unknown): Reading {
  const result = parsed(model, value, place);
  if ('rejected' in result) return result;
  const { id, title, synonyms } = result.row;
  const names = namesOf(title, synonyms);
  if (names.length === 0)
    return { rejected: rejection(place, 'a row must have a title or a synonym, but has none: there is nothing to tell', value) };
  return {
    place,
    told: {
      type: 'Work',
      record: `anime/${id}`,
      ref: `anime/${id}`,
      names,
      ids: [{ site: 'ANILIST', value: String(id) }],
      fields: { medium: 'ANIME' },
      facts: [],
      link: 'CAREFULLY',
    },
  };
}

function namesOf(title: string, synonyms: readonly string[]): NameTold[] {
  const names = new Map<string, NameTold>();
  for (const [index, text] of [title, ...synonyms].entries()) {
    if (text !== '' && !names.has(fold(text))) names.set(fold(text), nameOf(text, index === 0));
  }
  return [...names.values()];
}

/** Chinese writes の for 的 in passing; other kana, and letters alone, are no translation. */
function nameOf(text: string, isTitle: boolean): NameTold {
  if (/\p{Script=Hangul}/u.test(text)) return { text, kind: 'ALIAS', language: 'ko' };
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.replaceAll('の', ''))) return { text, kind: 'ALIAS', language: isTitle ? 'ja' : null };
  const language = /\p{Script=Han}/u.test(text) ? chineseOf(text) : null;
  return { text, kind: isTitle && language !== null ? 'TRANSLATION' : 'ALIAS', language };
}
