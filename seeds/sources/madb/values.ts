import { z } from 'zod';
import type { NameTold } from '../../told.js';
import { japaneseByLetters } from '../languages.js';
import { tidy } from './tidy.js';

const tagged = z.object({ '@language': z.string(), '@value': z.string() });
const one = z.union([z.string(), tagged]);

/** A text, a text with its language, or several of both. */
export const texts = z.union([one.transform((value) => [value]), z.array(one)]);
export type Texts = z.output<typeof texts>;

/** Ids of other items: one, a list, or several parted by commas. */
export const links = z.union([
  z.string().transform((value) => value.split(',').map(lastPart)),
  z.array(z.string()).transform((values) => values.map(lastPart)),
]);

function lastPart(address: string): string {
  return address.trim().replace(/^.*\//, '');
}

export const plainOf = (values: Texts | undefined): readonly string[] => (values ?? []).filter((value) => typeof value === 'string');

const inLanguage = (values: Texts | undefined, language: string): readonly string[] =>
  (values ?? []).flatMap((value) => (typeof value !== 'string' && value['@language'] === language ? [value['@value']] : []));

export const readingsOf = (values: Texts | undefined): readonly string[] => inLanguage(values, 'ja-hrkt');
export const englishOf = (values: Texts | undefined): readonly string[] => inLanguage(values, 'en');

/** Japanese where its letters say so: the data is Japanese, and its Latin names may be in any language. */
export function named(text: string, kind: NameTold['kind'], language: string | null = japaneseByLetters(text)): NameTold {
  return { text: tidy(text), kind, language };
}

/** A date as told, where it is one: 2016-09-09, 2016-09, 2016. */
export function dateOf(text: string | undefined): string | undefined {
  const [date] = /^(1[89]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.exec(text ?? '') ?? [];
  return date;
}

/** Names that say something, each text and kind once. */
export function distinct(names: readonly NameTold[]): NameTold[] {
  const seen = new Map(names.filter(({ text }) => text !== '' && text.length <= 1000).map((name) => [`${name.kind} ${name.text}`, name]));
  return [...seen.values()];
}
