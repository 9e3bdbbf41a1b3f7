import type { NameTold } from '../../told.js';

/** Each spelling once, in the kind it is told in first. */
export const once = (names: readonly NameTold[]): NameTold[] =>
  names.filter(({ text }, index) => text !== '' && names.findIndex((name) => name.text === text) === index);

export const named = (texts: readonly string[], kind: NameTold['kind'], language: string | null): NameTold[] =>
  texts.map((text) => ({ text, kind, language }));
