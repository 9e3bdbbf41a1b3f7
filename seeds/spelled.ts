import { LRUCache } from 'lru-cache';
import { type Care, type Spelling, spell } from '../src/names/spelling.js';
import type { NameTold, Told } from './told.js';

/** To spell a name takes longer than all else that is done with it, and it is asked for more than once. */
const known = new LRUCache<string, Spelling>({ max: 30_000 });

export function spelled(text: string, care: Care): Spelling {
  const key = `${care.language} ${care.readings} ${text}`;
  const before = known.get(key);
  if (before) return before;
  const spelling = spell(text, care);
  known.set(key, spelling);
  return spelling;
}

/** How kanji are read is only proposed where nobody says it. */
export const careFor = ({ language }: NameTold, isRead: boolean): Care => ({ language, readings: language === 'ja' && !isRead });

/** Whether the reading of a thing's names is told. */
export const isReadIn = (names: readonly Pick<NameTold, 'kind'>[]): boolean => names.some(({ kind }) => kind === 'READING');

/** Spells the names of a record as they will be asked for: there is time for that while the database writes. */
export function spellAhead({ type, names }: Told): void {
  if (type === 'TieUp') return;
  const isRead = isReadIn(names);
  for (const name of names) spelled(name.text, careFor(name, isRead));
}
