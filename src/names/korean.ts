import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Converter } from 'opencc-js';
import { z } from 'zod';
import { kanaToRomaji, katakana } from './kana.js';

let sounds: Readonly<Record<string, string>> | undefined;

/** The Korean sound of each Han character. */
function soundsOfHan(): Readonly<Record<string, string>> {
  sounds ??= z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('hanja/lib/data/hanjaeum.json'), 'utf8')));
  return sounds;
}

const initials = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const vowels = ['a', 'e', 'ya', 'ye', 'o', 'e', 'yo', 'ye', 'o', 'wa', 'we', 'we', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'u', 'ui', 'i'];
const finals = [
  '',
  'k',
  'k',
  'k',
  'n',
  'n',
  'n',
  't',
  'r',
  'k',
  'm',
  'r',
  'r',
  'r',
  'p',
  'r',
  'm',
  'p',
  'p',
  't',
  't',
  'n',
  't',
  't',
  'k',
  't',
  'p',
  't',
];

/** Hangul by sound, with the vowels that Japanese names are written with: 나루토 naruto, 도쿄 dokyo. */
export function hangulToRomaji(text: string): string {
  return text.normalize('NFC').replace(/[가-힣]/g, (syllable) => {
    const code = syllable.charCodeAt(0) - 0xac00;
    return `${initials[Math.floor(code / 588)]}${vowels[Math.floor((code % 588) / 28)]}${finals[code % 28]}`;
  });
}

const initialOf: Readonly<Record<string, string>> = {
  '': 'ㅇ',
  k: 'ㅋ',
  g: 'ㄱ',
  s: 'ㅅ',
  z: 'ㅈ',
  t: 'ㅌ',
  d: 'ㄷ',
  n: 'ㄴ',
  h: 'ㅎ',
  b: 'ㅂ',
  p: 'ㅍ',
  m: 'ㅁ',
  r: 'ㄹ',
  sh: 'ㅅ',
  j: 'ㅈ',
  ch: 'ㅊ',
  ts: 'ㅊ',
  f: 'ㅎ',
  v: 'ㅂ',
  y: 'ㅇ',
  w: 'ㅇ',
};
const initialOrder = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const vowelOrder = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i'];

/** Kana as Korean writes its sounds: ナルト 나루토, コナン 코난. */
function kanaToHangul(kana: string): string {
  const romaji = kanaToRomaji(kana.replace(/ー/g, '')).replace(/([kstnhmrgzdbpfvw])\1/g, '$1');
  return romaji.replace(/(sh|ch|ts|[kgsztdnhbpmrjfvyw])?(y?[aiueo])(n(?![aiueoy]))?/g, (_, consonant: string = '', vowel: string, final?: string) => {
    const sound = consonant === 'y' || consonant === 'w' ? consonant + vowel : vowel;
    const initial = initialOrder.indexOf(initialOf[consonant] ?? 'ㅇ');
    const medial = vowelOrder.indexOf((consonant === 's' || consonant === 'ts') && vowel === 'u' ? 'eu' : sound);
    return medial < 0 ? sound : String.fromCharCode(0xac00 + initial * 588 + medial * 28 + (final ? 4 : 0));
  });
}

const toTraditional = Converter({ from: 'jp', to: 't' });
const soundOf = (character: string): string => soundsOfHan()[toTraditional(character)] ?? soundsOfHan()[character] ?? character;

/** A Japanese or Chinese title as Korean writes it: Han by their Korean sounds, kana by theirs, の as 의. Null where there is nothing to write so. */
export function inHangul(text: string): string | null {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return null;
  const han = text.replace(/の|ノ(?=\p{Script=Han})/gu, '의').replace(/\p{Script=Han}/gu, soundOf);
  return hangulKey(
    katakana(han)
      .replace(/[ァ-ヶー]+/g, kanaToHangul)
      .replace(/[^가-힣a-z0-9]/gi, ''),
  );
}

const plainInitials: Readonly<Record<number, number>> = { 1: 0, 4: 3, 8: 7, 10: 9, 13: 12, 14: 12, 15: 0, 16: 3, 17: 7 };
/** ya ye yeo yo yu i: before them a Han's initial r or n is dropped where a word begins. */
const softening = new Set([2, 3, 6, 7, 12, 17, 20]);

/** One form for the ways one sound is written: 토 and 도, 련 and 연. */
export function hangulKey(text: string): string {
  return text.replace(/[가-힣]/g, (syllable) => {
    const code = syllable.charCodeAt(0) - 0xac00;
    const [initial, rest] = [Math.floor(code / 588), code % 588];
    const softened = (initial === 2 || initial === 5) && softening.has(Math.floor(rest / 28)) ? 11 : (plainInitials[initial] ?? initial);
    return String.fromCharCode(0xac00 + softened * 588 + rest);
  });
}
