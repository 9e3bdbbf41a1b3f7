import type { KnownName } from './catalogue.js';
import { isRomaji } from './romaji.js';

/** The language that a name is reported under: what its source says, else what its letters tell. */
export function languageOf({ text, language }: Pick<KnownName, 'text' | 'language'>): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Han}/u.test(text)) return language === 'zh' || language === null ? 'Han' : language;
  if (/[^\P{L}\p{Script=Latin}]/u.test(text)) return 'other';
  return isRomaji(text) ? 'romaji' : 'English etc.';
}
