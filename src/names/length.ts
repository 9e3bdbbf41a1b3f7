/** Letters that tell a name from others: a Han character, a kana or a Hangul says as much as two Latin ones. */
export const lengthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2fff' ? 2 : 1), 0);
