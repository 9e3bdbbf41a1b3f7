const han: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  壱: 1,
  弐: 2,
  参: 3,
  肆: 4,
  伍: 5,
  陸: 6,
  漆: 7,
  捌: 8,
  玖: 9,
  拾: 10,
  壹: 1,
  弍: 2,
  貳: 2,
  贰: 2,
  貮: 2,
  叁: 3,
  參: 3,
  弌: 1,
  两: 2,
};
const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10, xi: 11, xii: 12, xiii: 13 };
const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  ファースト: 1,
  セカンド: 2,
  サード: 3,
  フォース: 4,
  フィフス: 5,
  primera: 1,
  segunda: 2,
  tercera: 3,
  cuarta: 4,
  première: 1,
  premiere: 1,
  deuxième: 2,
  deuxieme: 2,
  troisième: 3,
  troisieme: 3,
  ichi: 1,
  ni: 2,
  san: 3,
  yon: 4,
  shi: 4,
  go: 5,
  roku: 6,
  nana: 7,
  shichi: 7,
  hachi: 8,
  kyuu: 9,
  juu: 10,
};

/** Kanji that write a number. */
export const HAN_DIGITS = Object.keys(han).join('');

/** A number as titles write it (2, 二, 弐, II, second, セカンド); null for anything else. At most 99. */
export function numeral(text: string): number | null {
  const plain = text.toLowerCase();
  if (/^\d{1,2}$/.test(plain)) return Number(plain);
  return words[plain] ?? roman[plain] ?? hanNumeral(plain);
}

function hanNumeral(text: string): number | null {
  const [tens, ones] = text.includes('十') && text !== '十' ? text.split('十') : [undefined, text];
  if (tens === undefined) return [...text].length === 1 ? (han[text] ?? null) : null;
  const first = tens === '' ? 1 : han[tens];
  const last = ones === '' ? 0 : han[ones ?? ''];
  return first === undefined || last === undefined ? null : first * 10 + last;
}
