import { Converter } from 'opencc-js';
import { kanjidic } from './kanjidic.js';

const toMainland = [Converter({ from: 'jp', to: 'cn' }), Converter({ from: 't', to: 'cn' })];

/** Pairs that are written for one another in titles and that the tables of characters keep apart. */
const alsoWritten: Readonly<Record<string, string>> = {
  廻: '回',
  篇: '编',
  嶋: '岛',
  冨: '富',
  舘: '馆',
  峯: '峰',
  慾: '欲',
  凜: '凛',
  妖: '妖',
  姊: '姐',
  姉: '姐',
  裏: '里',
  裡: '里',
  戀: '恋',
  瘋: '疯',
  叶: '叶',
  髙: '高',
  﨑: '崎',
  濱: '滨',
  濵: '滨',
  燄: '焰',
  焔: '焰',
};

const known = new Map<string, string>();

/** One form for each Han character: old and new Japanese, traditional and simplified Chinese come out the same. */
export function hanKey(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const key = keyOf(character);
    known.set(character, key);
    return key;
  });
}

/** The first of a character's variants that has a simplified form gives it for all of them. */
function keyOf(character: string): string {
  const written = alsoWritten[character] ?? character;
  const variants = [written, ...kanjidic().variantsOf(written)];
  const mainland =
    variants.map((variant) => simplified(variant)).find((form, index) => form !== variants[index]) ?? variants.toSorted()[0] ?? written;
  return alsoWritten[mainland] ?? mainland;
}

const simplified = (character: string) => toMainland.reduce((text, convert) => convert(text), character);
