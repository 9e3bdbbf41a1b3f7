import { isDamaged, plain, tidyName } from './tidy.js';

/** A character as the cast tells of it. */
export interface CastCharacter {
  readonly name: string;
  readonly readings: readonly string[];
  readonly aliases: readonly string[];
}

export interface CastEntry {
  readonly characters: readonly CastCharacter[];
  readonly voices: readonly string[];
}

export type CastLine = CastEntry | { readonly text: string; readonly reason: string };

const LINE = /[\s　]+[／/](?=[\s　]|【|\[|$)[\s　]*/u;
const notCast = /^(?:\[[^\]]*\].*|◆+|ほか|他|※.*|)$/u;
const notCharacters = /^(?:声の)?(?:特別|友情|ゲスト)?(?:出演(?:者)?|声優?|キャスト|子役|CAST|ゲスト|アフレコ|声の出演|ほか|その他)$/u;
const ages = /^(?:.*(?:年期|時代|子供|子ども|こども|小学生|中学生|高校生|幼少|少年|少女|幼い|成人|大人|\d+[才歳]|プロローグ|現在|過去|回想))$/u;
const PAREN = /[\s　]*[（(]([^（）()]*)[）)][\s　]*$/u;
/** What may stand behind a voice in brackets and is no name of one. */
const besides = /出演|新人|友情|号$|モーニング娘|\d$|アナウンサー|二役|世家元|プロダクション/u;

/** `【character】voice`, line by line; what is no such line, and names no one, is left out. */
export function castLines(text: string, voices: ReadonlySet<string>): readonly CastLine[] {
  return linesOf(text).map((line) => castLine(line, voices));
}

/** Voices that are named without a bracket behind them: those are names of people for sure. */
export function plainVoices(text: string): readonly string[] {
  return linesOf(text).flatMap((line) => {
    const voice = tidyName(/^【[^】]+】(.*)$/u.exec(line)?.[1] ?? '');
    return voice === '' || /[（）()、[\]【】/／]/u.test(voice) ? [] : [voice];
  });
}

function linesOf(text: string): readonly string[] {
  return plain(text)
    .split(LINE)
    .flatMap((line) => line.split(/(?=【)/u))
    .map((line) => line.replace(/[[［](?:キャスト|CAST|声の出演|声優)[\]］].*$/u, '').trim())
    .filter((line) => !notCast.test(line));
}

function castLine(line: string, known: ReadonlySet<string>): CastLine {
  const [, role, voice] = /^【([^】]*)】(.*)$/u.exec(line) ?? [];
  if (role === undefined || voice === undefined) return { text: line, reason: 'a line of the cast is 【character】voice, but this one is not.' };
  const characters = charactersOf(role);
  if (characters.length === 0) return { text: line, reason: `a voice belongs to a character, but 【${role}】 names none.` };
  const named = voicesOf(voice, known);
  return named.length > 0
    ? { characters, voices: named }
    : { text: line, reason: `behind 【${role}】 a voice is named, but ${voice} does not say whose it is.` };
}

function charactersOf(role: string): readonly CastCharacter[] {
  return splitOutside(role.replace(/^\[(.*)\]$/u, '$1'), /[、,，/／]/u)
    .map(characterOf)
    .filter(({ name }) => name !== '' && !notCharacters.test(name) && !isDamaged(name));
}

function characterOf(text: string): CastCharacter {
  let bare = text.replace(/^\d{3}[:：]/u, '');
  const readings: string[] = [];
  const aliases: string[] = [];
  for (let paren = PAREN.exec(bare); paren && paren.index > 0; paren = PAREN.exec(bare)) {
    const inside = tidyName(paren[1] ?? '');
    bare = bare.slice(0, paren.index);
    if (inside === '' || inside === '声' || ages.test(inside)) continue;
    const isReading = /^[\p{Script=Katakana}\p{Script=Hiragana}ー・]+$/u.test(inside) && /\p{Script=Han}/u.test(bare);
    (isReading ? readings : aliases).push(inside);
  }
  return { name: tidyName(bare), readings, aliases };
}

function voicesOf(text: string, known: ReadonlySet<string>): readonly string[] {
  const bare = text
    .replace(/[〈《＜<][^〉》＞>]*[〉》＞>]/gu, '')
    .replace(/^\s*\[(.*)\]\s*$/u, '$1')
    .replace(/^\s*CV\s*[:：.]\s*/u, '')
    .replace(/[\s　]*(?:ほか|他)$/u, '');
  const voices = splitOutside(bare, /[、，,&＆/／]/u).map((each) => voiceOf(each, known));
  return voices.every((voice) => voice !== undefined) ? [...new Set(voices)] : [];
}

function voiceOf(text: string, known: ReadonlySet<string>): string | undefined {
  const paren = PAREN.exec(text);
  const outside = tidyName(paren ? text.slice(0, paren.index) : text);
  const name = paren ? oneOfTwo(outside, tidyName(paren[1] ?? ''), known) : outside;
  return name === undefined || name === '' || isDamaged(name) || /[[\]（）()】◆]|不明|不詳|なし$/u.test(name) ? undefined : name;
}

/** `ルミル（犬山イヌコ）` is 犬山イヌコ, `ゴリ（ガレッジセール）` is ゴリ: the one who has spoken elsewhere. */
function oneOfTwo(outside: string, inside: string, known: ReadonlySet<string>): string | undefined {
  if (inside === '' || besides.test(inside)) return outside;
  if (known.has(outside) === known.has(inside)) return undefined;
  return known.has(outside) ? outside : inside;
}

function splitOutside(text: string, separator: RegExp): readonly string[] {
  return text.split(new RegExp(`(?:${separator.source})(?![^（(]*[）)])`, 'u')).map((part) => part.trim());
}
