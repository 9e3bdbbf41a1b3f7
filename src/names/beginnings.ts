import { kanaToRomaji } from './kana.js';
import { hangulToRomaji } from './korean.js';
import { romajiKey } from './romaji.js';

/** What may follow a text that stops within a sound: the vowel that tells `si` from `sya`, the `h` of `sh`, the small kana of しょ. */
const afterLetters = ['', 'h', 'y', 's', 'z', 'b', 'p'].flatMap((consonant) => [...'aiueo'].map((vowel) => consonant + vowel));
const afterKana: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[しじちシジチ]$/, [...'ゃゅょぇ']],
  [/[きぎぢにひびぴみりキギヂニヒビピミリ]$/, [...'ゃゅょ']],
  [/[うゔふてでとどつくぐすウヴフテデトドツクグス]$/, [...'ぁぃぅぇぉゅ']],
  [/[ぁ-ヶ]$/, []],
];

/** What the romaji keys of all names that begin with this text begin with, one of them each; none where nothing of it sounds. */
export function beginningsOf(text: string): readonly string[] {
  const whole = keyOf(text);
  if (whole === '') return [];
  if (/[aiueo]$/i.test(text)) return [whole];
  const [, endings] = afterKana.find(([stops]) => stops.test(text)) ?? [null, afterLetters];
  const keys = [whole, ...endings.map((ending) => keyOf(text + ending))];
  return [...new Set(keys)].filter((key) => !keys.some((other) => other !== key && key.startsWith(other)));
}

const keyOf = (text: string) => romajiKey(kanaToRomaji(hangulToRomaji(text)));
