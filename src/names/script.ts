/** The script of a name as ISO 15924; null where its letters don't tell and its language is not known. */
export function scriptOf(text: string, language: string | null): string | null {
  if (/\p{Script=Hangul}/u.test(text)) return 'Kore';
  const [hiragana, katakana, han] = [/\p{Script=Hiragana}/u, /\p{Script=Katakana}/u, /\p{Script=Han}/u].map((script) => script.test(text));
  if (language === 'zh-Hans') return 'Hans';
  if (language === 'zh-Hant') return 'Hant';
  if (han) return hiragana || katakana || language === 'ja' ? 'Jpan' : null;
  if (hiragana && katakana) return 'Jpan';
  if (hiragana) return 'Hira';
  if (katakana) return 'Kana';
  return /\p{Script=Latin}/u.test(text) ? 'Latn' : null;
}
