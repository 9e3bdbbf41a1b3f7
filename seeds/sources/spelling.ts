import type { NameTold } from '../told.js';

/** What kind of name a spelling is, by its letters: Korean transcribes, Japanese is the original, and so are Latin letters that are no romaji. */
export function nameBySpelling(text: string): NameTold {
  if (/\p{Script=Hangul}/u.test(text)) return { text, kind: 'TRANSLATION', language: 'ko' };
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return { text, kind: 'OFFICIAL', language: 'ja' };
  const latin = latinName(text);
  return latin.kind === 'ROMAJI' && !isInRomaji(text) ? { text, kind: 'OFFICIAL', language: null } : latin;
}

/**
 * For where everything is transcribed: a name in Latin letters is romaji, unless it is plainly English or written in a way that only its owner would: `DECADENCE`, `fripSide`,
 * `blue moment`. `Inferno` may well be インフェルノ.
 */
export function latinName(text: string): NameTold {
  const words = text.match(/[\p{Script=Latin}'’]+/gu) ?? [];
  if (words.some((word) => isRomaji(word) && !isStyled(word))) return { text, kind: 'ROMAJI', language: 'ja' };
  if (isPlainlyEnglish(words)) return { text, kind: 'OFFICIAL', language: 'en' };
  const isItsOwn = words.length === 0 || words.some(isStyled) || text === text.toLowerCase();
  return isItsOwn ? { text, kind: 'OFFICIAL', language: null } : { text, kind: 'ROMAJI', language: 'ja' };
}

/** Whether a text is Japanese in Latin letters, if only in part: `365-iro Palette`. */
export const isInRomaji = (text: string): boolean => (text.match(/[\p{Script=Latin}'’]+/gu) ?? []).some(isRomaji);

const mora = "(?:(?:kk|ss|tt|pp|cch|tch|ssh|tts|[kgsztdnhbpmrwf]|ch|sh|ts|j|y|ky|gy|ny|hy|by|py|my|ry|v)?[aiueoāīūēō]|n'?(?![aiueoy]))";
const morae = new RegExp(`^${mora}+$`, 'i');
const notHepburn = /ti|tu|si|zi|di|du|hu|ye|yi|wu|tsa|tse|tso|tsi/i;

const isRomaji = (word: string) => morae.test(word) && !notHepburn.test(word) && !either.has(word.toLowerCase());

/** KOTOKO, ClariS, fripSide. */
const isStyled = (word: string) => /\p{L}\p{Lu}/u.test(word);

/** English as well as romaji, as far as songs are named so. */
const either = new Set(
  (
    'a above again are be bee before bite cheese do fate favorite fine fire fun game gate give go gonna gotta gun have he heaven here hero hide home ' +
    'hope horizon horizons house i image in into joke machine made main make man me men mine mode moon moonrise more mouse movie name nine no on one ' +
    'open or orange page pain parade piano pure rain re rage rare reason ride rise rose route rouge run safari same save sea season see sera seven shake ' +
    'shape she shine so soda suite sunrise sunshine tango tea teenage ten to too van wake wanna we zero zone zoo ai u n aurora aria arena anime bon ban'
  ).split(' '),
);

const english = new Set(
  (
    'the of and you your my our is it its for with all love from that this what when where who why how world night day way light dream story song ' +
    'never always let be am are do don’t can will i we me us him her she he they go come back tell say a an up down out over in into to on at by ' +
    'new good little first last only just more not one two life heart star sky blue red black white break my'
  ).split(' '),
);

function isPlainlyEnglish(words: readonly string[]): boolean {
  const lower = words.map((word) => word.toLowerCase().replace(/['’](s|m|re|ll|ve|t|d)$/, ''));
  return words.length > 1 && lower.some((word) => english.has(word)) && lower.some((word) => !either.has(word));
}
