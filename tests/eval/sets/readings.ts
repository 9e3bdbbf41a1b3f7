import type { Catalogue } from '../catalogue.js';
import { sample } from '../chance.js';
import { givenNames, personalNamesFolder, type ReadName, surnames } from '../data/personalNames.js';
import { isThere } from '../data/shared.js';
import { forms } from '../forms.js';

/** Names in kanji with a true reading, to be read without a graph. */
export interface ReadingSet {
  readonly name: string;
  readonly names: readonly ReadName[];
}

/** Surnames and given names, where they are there, and curated people's whole names. */
export function readingSets(catalogue: Catalogue, size: number): readonly ReadingSet[] {
  const parts = isThere(personalNamesFolder) ? { surnames: surnames(), 'given names': givenNames() } : {};
  return Object.entries({ ...parts, 'curated people': wholeNames(catalogue) }).map(([name, names]) => ({
    name,
    names: sample(names, size, name, ({ text, kana }) => `${text} ${kana}`),
  }));
}

const wholeNames = ({ things }: Catalogue): readonly ReadName[] =>
  things.flatMap(({ type, fields, names }) => {
    const [text, kana] = [names.find(forms.kanji)?.text, names.find(forms.kana)?.text];
    return type === 'Artist' && fields['kind'] === 'PERSON' && text && kana ? [{ text, kana }] : [];
  });
