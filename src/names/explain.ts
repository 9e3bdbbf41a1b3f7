import { kanaToRomaji, katakana } from './kana.js';
import { keysOf } from './keys.js';
import { divide } from './parts.js';
import { readingsOf, tokensOf } from './readings.js';
import { spell } from './spelling.js';

const kinds = {
  k: 'FOLDED',
  r: 'ROMAJI',
  R: 'PROPOSED_ROMAJI',
  t: 'WORDS',
  b: 'BARE',
  p: 'PINYIN',
  o: 'HANGUL',
  i: 'INITIALS',
  s: 'CONSONANTS',
  h: 'HEAD',
} as const;

export type Explanation = ReturnType<typeof explain>;

/** How a text is taken apart, read and folded. */
export function explain(text: string) {
  const { base, part } = divide(text);
  return {
    text,
    base,
    parts: Object.entries(part).map(([what, value]) => ({ what, value: String(value) })),
    tokens: tokensOf(base),
    readings: readingsOf(base).map(({ kana, origin }) => ({ kana: katakana(kana), romaji: kanaToRomaji(kana), origin })),
    keys: keysOf(spell(text, { language: null, readings: true })).map((key) => ({ kind: kindOf(key), key: key.slice(2) })),
  };
}

function kindOf(key: string): (typeof kinds)[keyof typeof kinds] {
  const [letter] = key;
  const found = Object.entries(kinds).find(([each]) => each === letter);
  if (!found) throw new Error(`No kind of key begins with ${letter}.`);
  return found[1];
}
