import { pinyin } from 'pinyin-pro';
import { withoutAdditions } from './additions.js';
import { fold } from './fold.js';
import { hanKey } from './han.js';
import { kanaToRomaji } from './kana.js';
import { hangulKey, hangulToRomaji, inHangul } from './korean.js';
import { divide, type Part } from './parts.js';
import { readingsOf } from './readings.js';
import { romajiKey } from './romaji.js';

/**
 * A name as it is compared: what is left of it when spellings no longer matter, in each of the ways that they may not. All are of the name
 * without what says which part of a series it is, which stands apart.
 */
export interface Spelling {
  readonly part: Part;
  /** fold() with one form for each Han character. */
  readonly folded: string;
  /** What the sounds come to in Latin letters, as given or, of kanji, as they may be read. */
  readonly romaji: readonly string[];
  /** Whether the romaji are only proposed. */
  readonly proposed: boolean;
  /** A Chinese name by its sounds. */
  readonly pinyin: string | null;
  /** Its words by their sounds in alphabetic order: names of people in either order. */
  readonly words: string | null;
  readonly initials: string | null;
  /** As Korean writes it. */
  readonly hangul: string | null;
  /** Without a company's form, guests and voices. */
  readonly bare: string | null;
  /** Its beginning, where a subtitle follows. */
  readonly head: string | null;
}

/** How much is tried: `quick` leaves out how kanji may be read, which takes most of the time. */
export interface Care {
  /** BCP 47; null where it is not known. */
  readonly language: string | null;
  /** Whether readings of kanji are proposed. */
  readonly readings: boolean;
}

export function spell(text: string, { language, readings }: Care): Spelling {
  const { base, part } = divide(text);
  const hasHan = /\p{Script=Han}/u.test(base);
  const isChinese = hasHan && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(base) && language !== 'ja';
  const mayBeRead = hasHan && readings && !language?.startsWith('zh');
  const bare = withoutAdditions(base);
  return {
    part,
    folded: hanKey(fold(base)),
    romaji: hasHan ? (mayBeRead ? romajiOf(readingsOf(base).map(({ kana }) => kana)) : []) : romajiOf([hangulToRomaji(base)]),
    proposed: hasHan,
    pinyin: isChinese ? pinyinOf(base) : null,
    words: hasHan ? null : wordsOf(base),
    initials: initialsOf(base),
    hangul: /[가-힣]/.test(base) ? hangulKey(fold(base)) : inHangul(base.toLowerCase()),
    bare: bare === base ? null : hanKey(fold(bare)),
    head: headOf(base),
  };
}

const romajiOf = (sounds: readonly string[]) => [...new Set(sounds.map((kana) => romajiKey(kanaToRomaji(kana))))].filter((key) => key !== '');

const pinyinOf = (text: string) =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

function wordsOf(text: string): string | null {
  const words = text.split(/[\s・,＝=]+/u).flatMap((word) => romajiOf([word]));
  return words.length >= 2 && words.length <= 4 ? words.sort().join('') : null;
}

/** What stands before a colon, a dash, a wave or a bracket, if that could be a title of its own. */
function headOf(text: string): string | null {
  const [head = ''] = text.split(/[:：]\s*|\s+[-–—―‐]\s*|[~～〜「『【(（[]/u, 1);
  const key = hanKey(fold(head));
  return head.length < text.length && key.length >= (/^[a-z0-9]+$/.test(key) ? 4 : 2) && key !== hanKey(fold(text)) ? key : null;
}

/** The first letters of three words or more: SAO of Sword Art Online. */
function initialsOf(text: string): string | null {
  const words = text.match(/\p{Script=Latin}+/gu) ?? [];
  const latin = /^[\p{Script=Latin}\P{L}]+$/u.test(text);
  return latin && words.length >= 3 && words.length <= 6
    ? words
        .map((word) => word[0])
        .join('')
        .toLowerCase()
    : null;
}
