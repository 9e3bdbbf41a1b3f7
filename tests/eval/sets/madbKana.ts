import type { Ask } from '../ask.js';
import type { Catalogue, Known } from '../catalogue.js';
import { madbReadings } from '../data/madb.js';
import { fold } from '../fold.js';
import { type Hidden, isHidden } from '../hiding.js';

/** Readings of the Media Arts Database, of titles with kanji that are the official one of exactly one work of about that year. */
export function madbKana(catalogue: Catalogue, hidden: ReadonlyMap<string, Hidden>): readonly Ask[] {
  return madbReadings().flatMap(({ title, kana, year }) => {
    const [work, ...others] = catalogue.named('Work', fold(title)).filter(isTitled(title));
    if (!work || others.length > 0 || !/\p{Script=Han}/u.test(title) || isHidden(hidden, work, title) || !agree(work.year, year)) return [];
    return [{ text: kana, year: work.year, truth: work.id }];
  });
}

const isTitled =
  (title: string) =>
  ({ names }: Known) =>
    names.some(({ kind, text }) => kind === 'OFFICIAL' && text === title);

const agree = (one: number | undefined, other: number | undefined) => one === undefined || other === undefined || Math.abs(one - other) <= 1;
