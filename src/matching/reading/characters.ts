/** What a UTF-16 code unit is: words end where it changes. Digits go with Latin letters. */
export const OTHER = 0;
export const LATIN = 1;
export const HIRAGANA = 2;
export const KATAKANA = 3;
export const HAN = 4;
export const HANGUL = 5;

const patterns = [/[\p{Script=Latin}\p{N}]/u, /\p{Script=Hiragana}/u, /[\p{Script=Katakana}ー]/u, /[\p{Script=Han}々]/u, /\p{Script=Hangul}/u];

const kinds = Uint8Array.from({ length: 65_536 }, (_, code) => patterns.findIndex((pattern) => pattern.test(String.fromCharCode(code))) + 1);

/** The kind of a code unit. */
export const kindOf = (code: number): number => kinds[code] ?? OTHER;

/** Whether one of these code units stands at a place: quicker than to look among strings. */
export function among(letters: string): (text: string, at: number) => boolean {
  const known = new Uint8Array(65_536);
  for (let at = 0; at < letters.length; at += 1) known[letters.charCodeAt(at)] = 1;
  return (text, at) => at >= 0 && at < text.length && known[text.charCodeAt(at)] === 1;
}

export const isCapital = among('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
export const isLetter = among('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

/** Nothing stands for it in the trie: シティ・ポップ is シティポップ. */
export const SKIPPED = 0;

const folded = Uint16Array.from({ length: 65_536 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === '・' || character === '\u00ad') return SKIPPED;
  if (/[-‐‑–_/\s]/.test(character)) return 32;
  if (character === '’') return 39;
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
});

/** How a code unit is looked for: in lower case, marks between words as spaces. */
export const foldedCode = (code: number): number => folded[code] ?? code;
