import { readLines } from './shared.js';

export const personalNamesFolder = 'data/jp-personal-names';

/** A name in kanji with a reading that it really has; it may have others. */
export interface ReadName {
  readonly text: string;
  readonly kana: string;
}

/** `佐藤,1887000,さとう,satou` */
export const surnames = (): readonly ReadName[] => rowsOf('last_name_org').map(([text = '', , kana = '']) => ({ text, kana }));

/** `あい,ai,愛,藍`: all spellings of one reading. */
export const givenNames = (): readonly ReadName[] =>
  ['first_name_man_opti', 'first_name_woman_opti'].flatMap(rowsOf).flatMap(([kana = '', , ...texts]) => texts.map((text) => ({ text, kana })));

const rowsOf = (file: string) => readLines(`${personalNamesFolder}/${file}.csv`).map((line) => line.split(','));
