import { isDamaged, tidyName } from './tidy.js';

/** A name as it is credited, and who that is: `アポロ（寺島拓篤）` is 寺島拓篤. */
export interface Credit {
  readonly name: string;
  readonly creditedAs: string;
  readonly featured: boolean;
}

type Voices = ReadonlySet<string>;

const PAREN = '[（(]([^（）()]*)[）)]';
const companies =
  /(?:^|\s+|[（(])(?:\S*レコーズ?|\S*レコード(?:株式会社)?|avex \S+|エイベックス\S*|FEEL MEE|vap|バップ|ランティス|フライングドッグ|フロンティアワークス|ポニーキャニオン|TOHO animation RECORDS|[A-Z]\S* Records|Ki\/oon music|Ki\/con music|Aniplex|アニプレックス|KING RECORDS|日本コロムビア|ビクターエンタテインメント|CBSソニー|ユニバーサル\S*|ワーナー\S*)[）)]?$/u;
const nobody = /\sAS\s.*\sAS\s|^(?:序曲|文部省唱歌|童謡)$|不詳|不明|表示なし|なし$|^[※?\s・-]*$/u;
const cv = /[（(]\s*(?:CV|cv|Cv|声)\s*[.:：・･]?\s*([^（）()]*)[）)]/u;

export interface CreditsRead {
  readonly credits: readonly Credit[];
  /** What is no name, as far as can be told. */
  readonly unread: readonly string[];
}

/** Who is named in a credit: `A & B`, `A feat. B`, `A（CV：B）`, names one beside the other. */
export function creditsOf(text: string, voices: Voices): CreditsRead {
  const bare = footless(text);
  if (nobody.test(bare)) return { credits: [], unread: [] };
  const together = voicesTogether(bare, voices);
  const all = together ?? bare.split(guests).flatMap((part, index) => creditsBeside(part, index > 0, voices));
  return { credits: all.filter(({ name }) => isName(name)), unread: all.filter(({ name }) => !isName(name)).map(({ name }) => name) };
}

const guests = /\s*(?:feat\.|featuring|Featuring|Feat\.|\smeets\s|with(?![a-z]))\s*/u;

function creditsBeside(text: string, featured: boolean, voices: Voices): readonly Credit[] {
  return namesBeside(text)
    .flatMap((each) => runTogether(each, voices))
    .flatMap((each) => creditOf(each, voices).map((credit) => ({ ...credit, featured })));
}

/** `ケロ＆スッピー（久川綾＆冬馬由美）`: all who are in the bracket sing. */
function voicesTogether(text: string, voices: Voices): readonly Credit[] | undefined {
  const inside = new RegExp(`${PAREN}[\\s　]*$`, 'u').exec(text)?.[1];
  const names = (inside ?? '').split(/[＆&・、/／]/u).map(tidyName);
  if (names.length < 2 || !names.every((name) => voices.has(name))) return undefined;
  return names.map((name) => ({ name, creditedAs: tidyName(text), featured: false }));
}

/** `豊口めぐみ小林沙苗`: two who are known, with nothing between. */
function runTogether(text: string, voices: Voices): readonly string[] {
  const name = tidyName(text);
  if (voices.has(name)) return [text];
  for (let at = 3; at <= name.length - 3; at += 1) {
    if (voices.has(name.slice(0, at)) && voices.has(name.slice(at))) return [name.slice(0, at), name.slice(at)];
  }
  return [text];
}

/** Names don't hold marks, words of a credit, or half a dozen people. */
function isName(name: string): boolean {
  const isMarked = /[「」『』[\]©:：=“”]|^[～〜\-(（]|\b(?:by|BY|By|Words|Music|Composed|PERFORMED)\b/u.test(name);
  const isCut = (name.match(/[（(]/gu) ?? []).length !== (name.match(/[）)]/gu) ?? []).length;
  const isCrowd = name.length > 13 && /\p{Script=Han}/u.test(name) && !/[\sの]|団|隊|会|部|組|たち|みなさん|クラブ/u.test(name);
  return !isMarked && !isCut && !isCrowd && name.length <= 60;
}

/** Without footnotes, and without the record company that may follow a name. */
function footless(text: string): string {
  return text
    .replace(/\s+\*.*$/u, '')
    .replace(/[\s　]*(?:ほか|ら他|他|etc\.?)$/u, '')
    .replace(/[〈《＜<][^〉》＞>]*[〉》＞>]/gu, '')
    .trim()
    .replace(/^(?:・|Artist\s|vocal:|アーティス:|Created by\s)/u, '')
    .replace(companies, '')
    .replace(/[\s　]*[（(]?[^（(]*より[）)]?$/u, '')
    .trim();
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const native = /[\p{Script=Han}\p{Script=Hiragana}]/u;

function namesBeside(text: string): readonly string[] {
  return outsideParens(text, /[、､，]|\s*[/／]\s*|[，,](?=\s(?!\S+!))/u)
    .flatMap((each) => outsideParens(each, /(?<=[）)])[\s　]*(?:[・＆&+＋,]|and)?[\s　]*(?=[^\s　）)])/u))
    .flatMap(joined)
    .flatMap(spaced)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A sign between two names where one of them is Japanese; `Earth & Fire` and `○○＆ザ・△△` are names of bands. */
function joined(text: string): readonly string[] {
  const parts = outsideParens(text, /\s*[＆&+＋]\s*/u);
  const isBand = parts.length === 2 && (!japanese.test(text) || parts.slice(1).some((part) => /^(ザ・|ザ\s|the |his )/iu.test(part)));
  if (isBand && !/[+＋]/u.test(text)) return [text];
  return parts.flatMap((part) => {
    const dotted = outsideParens(part, /・/u);
    return dotted.length > 1 &&
      (dotted.every((each) => native.test(withoutParens(each))) || (dotted.length > 2 && dotted.some((each) => native.test(withoutParens(each)))))
      ? dotted
      : [part];
  });
}

/** Three and more whole names with spaces between; two are rather one name, taken apart by the catalogue. */
function spaced(text: string): readonly string[] {
  const apart = outsideParens(text, /[ ]*　[\s　]*/u);
  if (apart.length > 1 && japanese.test(text) && apart.some((part) => /\S \S/u.test(part)) && apart.every((part) => part.length >= 3)) return apart;
  const parts = outsideParens(text, /[\s　]+/u);
  const isForeignAndJapanese = parts.length === 2 && /^[ァ-ヶー]+・[ァ-ヶー]+$/u.test(parts[0] ?? '') && /^\p{Script=Han}{4,}$/u.test(parts[1] ?? '');
  if (isForeignAndJapanese) return parts;
  return parts.length >= 3 && parts.every((part) => japanese.test(part) && part.length >= 3) ? parts : [text];
}

const withoutParens = (text: string): string => text.replace(/[（(][^（）()]*[）)]/gu, '');

function outsideParens(text: string, separator: RegExp): readonly string[] {
  const held: string[] = [];
  const marked = text.replace(/[（(][^（）()]*[）)]/gu, (paren) => `\u{E000}${held.push(paren) - 1}\u{E001}`);
  const lookaround = new RegExp(separator.source.replace('(?<=[）)])', '(?<=\u{E001})'), 'u');
  return marked.split(lookaround).map((part) => part.replace(/\u{E000}(\d+)\u{E001}/gu, (_, index: string) => held[Number(index)] ?? ''));
}

function creditOf(text: string, voices: Voices): readonly Omit<Credit, 'featured'>[] {
  const creditedAs = tidyName(text);
  const told = cv.exec(text)?.[1] ?? /(?:\bstarring\s|CV[.:：])\s*(.+)$/u.exec(text)?.[1];
  const names = told === undefined ? [withoutParen(text, voices)] : told.split(/[・、,／/&＆]|\s{2,}/u);
  return names
    .map((name) => tidyName(name.replace(/\s*\bfrom\s.+$/u, '')))
    .filter((name) => name !== '' && !isDamaged(name))
    .map((name) => ({ name, creditedAs }));
}

function withoutParen(text: string, voices: Voices): string {
  const paren = new RegExp(`${PAREN}[\\s　]*$`, 'u').exec(text);
  if (!paren) return text;
  const inside = tidyName(paren[1] ?? '');
  return voices.has(inside) ? inside : text.slice(0, paren.index);
}
