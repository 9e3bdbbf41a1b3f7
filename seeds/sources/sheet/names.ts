import type { NameTold } from '../../told.js';
import { languageByLetters } from '../languages.js';
import type { Cells } from './cells.js';

export const titleOf = ({ text }: Cells): string => text('title') ?? text('name') ?? '';

/** Each spelling once in each kind but for aliases, which say nothing new of a spelling that is there. */
export function namesOf(cells: Cells): NameTold[] {
  const one = (column: string, kind: NameTold['kind'], language: string) => {
    const text = cells.text(column);
    return text === undefined ? [] : [{ text, kind, language }];
  };
  const title = titleOf(cells);
  const names: readonly NameTold[] = [
    ...(title === '' ? [] : [{ text: title, kind: 'OFFICIAL' as const, language: languageByLetters(title) }]),
    ...one('kana', 'READING', 'ja'),
    ...one('romaji', 'ROMAJI', 'ja'),
    ...one('en', 'TRANSLATION', 'en'),
    ...one('zh', 'TRANSLATION', 'zh'),
    ...one('ko', 'TRANSLATION', 'ko'),
    ...cells.list('short').map((text) => ({ text, kind: 'ABBREVIATION' as const, language: languageByLetters(text) })),
  ];
  const aliases = cells.list('also').filter((text) => !names.some((name) => name.text === text));
  return [...names, ...aliases.map((text) => ({ text, kind: 'ALIAS' as const, language: languageByLetters(text) }))];
}
