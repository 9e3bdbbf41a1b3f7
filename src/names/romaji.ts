import anyAscii from 'any-ascii';

/** Letters that the general table writes otherwise than Japanese names are transcribed with. */
const cyrillic: Readonly<Record<string, string>> = { ц: 'ts', дз: 'z', дж: 'j', х: 'h', й: 'i', ы: 'i', э: 'e', щ: 'sh', ё: 'yo' };
const foreign = /дз|дж|[цхйыэщё]/g;

/** Text of any alphabet in plain lower-case Latin letters, as far as letters have a Latin counterpart. Not meant for kanji. */
function latin(text: string): string {
  return anyAscii(text.toLowerCase().replace(foreign, (letters) => cyrillic[letters] ?? letters)).toLowerCase();
}

/**
 * What all ways to write Japanese in Latin letters come to: Hepburn, Kunrei and what people type (shi/si, tsu/tu, ou/oo/ō/o,
 * n/m/n', l/r, v/b). Each replacement is a pair of spellings of one sound, in the order they have to be done in.
 */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/sh/g, 'sy'],
  [/ch/g, 'ty'],
  [/j/g, 'zy'],
  [/ph/g, 'h'],
  [/f/g, 'h'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/v/g, 'b'],
  [/l/g, 'r'],
  [/dz/g, 'z'],
  [/ts/g, 't'],
  [/d(?=[iu])/g, 'z'],
  [/yy/g, 'y'],
  [/([sztd])y(?=[ie])/g, '$1'],
  [/wo/g, 'o'],
  [/m(?=[bp])/g, 'n'],
  [/([bcdfghjklmnpqrstvwxyz])\1+/g, '$1'],
  [/o[uh](?![aeiou])/g, 'o'],
  [/ou/g, 'o'],
  [/ei/g, 'e'],
  [/([aiueo])\1+/g, '$1'],
];

/** The key under which romanisations of one reading meet; letters and digits only. */
export function romajiKey(text: string): string {
  const letters = latin(text.replace(/×/g, 'x').replace(/(?<=[a-z])@(?=[a-z])/gi, 'a')).replace(/[^a-z0-9]/g, '');
  return sounds.reduce((key, [spelling, sound]) => key.replace(spelling, sound), letters);
}

/** The consonants of a romaji key with its first vowel: what is left where vowels are guessed, as they are in loan words and in other alphabets. */
export function skeleton(romaji: string): string {
  return romaji.replace(/(?!^)[aiueoyw]/g, '').replace(/([a-z])\1+/g, '$1');
}
