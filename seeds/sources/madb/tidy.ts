const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〆・]';
const within = new RegExp(`(?<=${CJK})[\\s　]+(?=${CJK})`, 'gu');
const brokenLine = new RegExp(`(?<=[${CJK.slice(1, -1)}、。!?！？])　[\\s　]*(?=${CJK})`, 'gu');

/** The letters of today for widths of old: `［｣：Ａ１` as `[」:A1`. */
export function plain(text: string): string {
  return text
    .replace(/[Ａ-Ｚａ-ｚ０-９［］：．＃＊]/g, (letter) => letter.normalize('NFKC'))
    .replace(/[｢｣･､｡]/g, (letter) => letter.normalize('NFKC'));
}

/** A title as it is written: a full-width space with Japanese letters around it is where the catalogue broke the line. */
export function tidy(text: string): string {
  return text
    .replace(brokenLine, '')
    .replace(/[\s　]+/g, ' ')
    .trim();
}

/** A name without the spaces inside Japanese ones, and without the catalogue's marks for rare letters: 宮崎*あおい. */
export function tidyName(text: string): string {
  return text
    .replace(/(?<=\S)\s*\*\s*(?=\S)/gu, '')
    .replace(within, '')
    .replace(/[\s　]+/g, ' ')
    .replace(/[※○●]+$/u, '')
    .trim();
}

/** A letter that was lost on the way: 朴?美. */
export const isDamaged = (name: string): boolean => /(?<=[\p{Script=Han}])\?(?=[\p{L}])|^\?+$|〓/u.test(name);
