/** Consonants of the rows of the kana table, each with its five vowels a i u e o. */
const rows: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['t', 'たちつてと'],
  ['d', 'だぢづでど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['r', 'らりるれろ'],
];
const vowels = 'aiueo';
const hepburn: Readonly<Record<string, string>> = { si: 'shi', zi: 'ji', ti: 'chi', tu: 'tsu', di: 'ji', du: 'zu', hu: 'fu' };
const single: Readonly<Record<string, string>> = {
  や: 'ya',
  ゆ: 'yu',
  よ: 'yo',
  わ: 'wa',
  ゐ: 'i',
  ゑ: 'e',
  を: 'o',
  ん: 'n',
  ゔ: 'vu',
  ゎ: 'wa',
  ゕ: 'ka',
  ゖ: 'ke',
};

const moras: ReadonlyMap<string, string> = new Map([
  ...rows.flatMap(([consonant, kana]) =>
    [...kana].map((letter, index): [string, string] => {
      const regular = `${consonant}${vowels[index]}`;
      return [letter, hepburn[regular] ?? regular];
    }),
  ),
  ...Object.entries(single),
]);

const small: Readonly<Record<string, string>> = { ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o', ゃ: 'ya', ゅ: 'yu', ょ: 'yo' };

/** Katakana as hiragana; all else stays. */
export function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Hiragana as katakana; all else stays. */
export function katakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** Kana in Hepburn romaji, long vowels written as the kana write them (ou, oo; a long mark repeats the vowel); all that is not kana stays. */
export function kanaToRomaji(text: string): string {
  let romaji = '';
  let doubled = false;
  for (const letter of hiragana(text)) {
    if (letter === 'っ') {
      doubled = true;
      continue;
    }
    if (letter === 'ー') romaji += /[aiueo]$/.exec(romaji)?.[0] ?? '';
    else if (letter in small) romaji = joined(romaji, small[letter] ?? '');
    else {
      const mora = moras.get(letter) ?? letter;
      romaji += doubled && /^[a-z]/.test(mora) ? `${mora.startsWith('ch') ? 't' : mora[0]}${mora}` : mora;
    }
    doubled = false;
  }
  return romaji;
}

/** A small kana changes the vowel before it: キャ kya, シャ sha, ファ fa, ティ ti, ウィ wi, クァ kwa. One that only lengthens it is a vowel of its own. */
function joined(romaji: string, vowel: string): string {
  const before = /(sh|ch|ts|[kgsztdnhbpmrjfvwy]?)([aiueo])$/.exec(romaji);
  if (!before) return romaji + vowel;
  const [whole, consonant = '', old = ''] = before;
  const head = romaji.slice(0, romaji.length - whole.length);
  if (vowel.startsWith('y'))
    return head + (consonant === 'sh' || consonant === 'ch' || consonant === 'j' ? consonant + vowel.slice(1) : consonant + vowel);
  if (old === vowel) return romaji + vowel;
  if (consonant === '') return old === 'u' ? `${head}w${vowel}` : old === 'i' ? `${head}y${vowel}` : romaji + vowel;
  if (/^[kg]$/.test(consonant) && old === 'u') return `${head}${consonant}w${vowel}`;
  return head + consonant + vowel;
}
