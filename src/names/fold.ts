import { hiragana } from './kana.js';

/**
 * The key under which spellings of one name meet: width and case (NFKC), katakana as hiragana, no punctuation, marks or spaces.
 * A name that is all marks keeps them.
 */
export function fold(text: string): string {
  const plain = hiragana(lettersOf(text.normalize('NFKC').toLowerCase()));
  const bare = plain
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}ー]/gu, '');
  return bare === '' ? plain.replace(/\s+/g, '') : bare;
}

/** Marks that are written for letters: IDOLM@STER, ×××HOLiC. */
const lettersOf = (text: string) => text.replace(/(?<=[a-z])@(?=[a-z])/g, 'a').replace(/×(?=[×a-z])|(?<=[×a-z])×/g, 'x');
