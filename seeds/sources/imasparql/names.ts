import type { NameTold } from '../../told.js';

/** What the letters tell of a name's language: kana is Japanese, and so is Han in this data set; Latin is nobody's. */
export const languageOf = (text: string): 'ja' | null => (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ? 'ja' : null);

/** Each spelling once, in the kind it is told in first. */
export const once = (names: readonly NameTold[]): NameTold[] =>
  names.filter(({ text }, index) => text !== '' && names.findIndex((name) => name.text === text) === index);

export const named = (texts: readonly string[], kind: NameTold['kind'], language: string | null): NameTold[] =>
  texts.map((text) => ({ text, kind, language }));
