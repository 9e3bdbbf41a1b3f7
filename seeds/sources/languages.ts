/** Japanese where a text has kana or Han: for data sets that are Japanese, in which Latin letters may be of any language. */
export const japaneseByLetters = (text: string): 'ja' | null => (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ? 'ja' : null);

/** What the letters alone tell; Han and Latin are written in several languages. */
export function languageByLetters(text: string): 'ja' | 'ko' | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : null;
}
