/**
 * The key under which spellings of one name meet: width and case (NFKC), katakana as hiragana, no punctuation, marks or spaces.
 * A name that is all marks keeps them.
 */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const bare = plain
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}ー]/gu, '');
  return bare === '' ? plain.replace(/\s+/g, '') : bare;
}
