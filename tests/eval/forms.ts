import type { KnownName } from './catalogue.js';

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const isLatin = (text: string) => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(text) && /\p{L}/u.test(text);

/** The forms that people and songs go by, and which of a thing's names are that form. */
export const forms = {
  kanji: ({ kind, text }: KnownName) => kind === 'OFFICIAL' && hasHan(text),
  kana: ({ kind }: KnownName) => kind === 'READING',
  Latin: ({ text }: KnownName) => isLatin(text),
  romaji: ({ kind }: KnownName) => kind === 'ROMAJI',
  English: ({ kind, language }: KnownName) => kind === 'TRANSLATION' && language === 'en',
} as const;

export type Form = keyof typeof forms;
