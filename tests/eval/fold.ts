/**
 * Width, case, kana and marks away, as the product's own folding began. It is a copy, so that the sets stay what they are when the
 * product learns to fold more: what it must find would otherwise be hidden from it.
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
