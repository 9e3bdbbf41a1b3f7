import type { Part } from './parts.js';
import { skeleton } from './romaji.js';
import type { Spelling } from './spelling.js';

/**
 * The words under which an index keeps a name, each with a letter for what it is: names that share one may be the same.
 * `k` folded, `b` bare, `r` romaji, `R` proposed romaji, `t` words in order, `p` pinyin, `o` in Hangul, `i` initials, `s` consonants, `h` the beginning before a subtitle.
 */
export function keysOf(spelling: Spelling): readonly string[] {
  const { folded, romaji, proposed, words, bare, pinyin, hangul, initials, head } = spelling;
  const keys = [
    `k:${folded}`,
    ...romaji.map((each) => `${proposed ? 'R' : 'r'}:${each}`),
    ...word('b', bare),
    ...word('t', words),
    ...word('p', pinyin),
    ...word('o', hangul),
    ...word('i', initials),
    ...word('h', head),
    ...romaji
      .slice(0, 2)
      .map(skeleton)
      .filter((each) => each.length >= 4)
      .map((each) => `s:${each}`),
  ];
  return [...new Set(keys)];
}

const word = (letter: string, key: string | null) => (key === null ? [] : [`${letter}:${key}`]);

/** The words that a name is asked for with: those of its own, and those under which it may stand with others. */
export function askedKeysOf(spelling: Spelling): readonly string[] {
  const { folded, romaji, bare, initials, head } = spelling;
  const others = [
    ...romaji.flatMap((each) => [`r:${each}`, `R:${each}`]),
    ...(bare === null ? [] : [`k:${bare}`]),
    `b:${folded}`,
    `h:${folded}`,
    ...(head === null ? [] : [`k:${head}`]),
    ...(/^[a-z0-9]+$/.test(folded) ? [`p:${folded}`] : []),
    ...(initials === null && /^[a-z]{3,5}$/.test(folded) ? [`i:${folded}`] : []),
  ];
  return [...new Set([...keysOf(spelling), ...others])];
}

/** Short runs of letters of a name, by which names are found that are only near: pairs of kanji, kana and Hangul, triples of romaji. */
export function gramsOf({ folded, romaji, hangul }: Spelling): readonly string[] {
  const found = [...pairs(folded), ...romaji.flatMap(triples), ...(hangul === null ? [] : pairs(hangul))];
  return [...new Set(found)];
}

/** The runs that a name is looked for with: few, from all over it, of the letters that tell most. */
export function askedGramsOf(spelling: Spelling): readonly string[] {
  const found = pairs(spelling.folded);
  const grams = found.length >= enoughPairs ? found : gramsOf({ ...spelling, romaji: spelling.romaji.slice(0, 2) });
  const step = Math.max(1, grams.length / mostGrams);
  return [...new Set(Array.from({ length: Math.min(mostGrams, grams.length) }, (_, index) => grams[Math.floor(index * step)] ?? ''))];
}

const enoughPairs = 5;
const mostGrams = 16;

const pairs = (text: string) => text.split(/[a-z0-9]+/).flatMap((run) => runs([...run], 2));
const triples = (text: string) => runs([...text], 3);

function runs(letters: readonly string[], length: number): readonly string[] {
  if (letters.length <= length) return letters.length === 0 ? [] : [letters.join('')];
  return Array.from({ length: letters.length - length + 1 }, (_, start) => letters.slice(start, start + length).join(''));
}

/** What is kept with a name: its keys, and which part of a series it names. */
export function writeKeys(spelling: Spelling): string {
  return [...keysOf(spelling), ...partWords(spelling.part)].join(' ');
}

/** The one key of a name with what says which part of a series it is: names that have it in common are spelt the same but for folding. */
export const sameKeyOf = ({ bare, folded, part }: Spelling): string => [bare ?? folded, ...partWords(part)].join(' ');

/** The spelling that such keys were made of. */
export function readKeys(keys: string): Spelling {
  const words = keys.split(' ');
  const all = (letter: string) => words.flatMap((each) => (each.startsWith(`${letter}:`) ? [each.slice(2)] : []));
  const proposals = all('R');
  return {
    part: readPart(all('q')),
    folded: all('k')[0] ?? '',
    romaji: [...all('r'), ...proposals],
    proposed: proposals.length > 0,
    pinyin: all('p')[0] ?? null,
    words: all('t')[0] ?? null,
    initials: all('i')[0] ?? null,
    hangul: all('o')[0] ?? null,
    bare: all('b')[0] ?? null,
    head: all('h')[0] ?? null,
  };
}

/** A part of a series as words of an index. */
export const partWords = (part: Part) => Object.entries(part).map(([name, value]) => `q:${name}=${value}`);

/** The part that such words, without their letters, were made of. */
export function readPart(words: readonly string[]): Part {
  const said = words
    .map((each) => each.replace(/^q:/, '').split('='))
    .map(([name = '', value = '']) => [name, /^\d+$/.test(value) ? Number(value) : value]);
  // It was written from a Part.
  return Object.fromEntries(said) as Part;
}
