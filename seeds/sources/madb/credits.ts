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
  /(?:^|\s+|[（(])(?:\S*レコーズ?|\S*レコード(?:株式会社)?|avex \S+|エイベックス\S*|FEEL MEE|vap|バップ|ランティス|フライングドッグ|フロンティアワークス|ポニーキャニオン|TOHO animation RECORDS|[A-Z]\S* Records|Ki\/oon music|Ki\/con music|Aniplex|アニプレックス|KING RECORDS|日本コロムビア|ビクターエンタテインメント|ワーナー\S*)[）)]?$/u;
const nobody = /不詳|不明|表示なし|なし$|^[※?\s・-]*$/u;
const cv = /[（(]\s*(?:CV|cv|Cv|声)\s*[.:：・･]?\s*([^（）()]*)[）)]/u;

/** Who is named in a credit: `A & B`, `A feat. B`, `A（CV：B）`, names one beside the other. */
export function creditsOf(text: string, voices: Voices): readonly Credit[] {
  const bare = footless(text);
  if (nobody.test(bare)) return [];
  return bare
    .split(/\s*(?:feat\.|featuring|Featuring|Feat\.|with(?![a-z])|プレゼンツ)\s*/u)
    .flatMap((part, index) => namesBeside(part).flatMap((each) => creditOf(each, voices).map((credit) => ({ ...credit, featured: index > 0 }))));
}

/** Without footnotes, and without the record company that may follow a name. */
function footless(text: string): string {
  return text
    .replace(/\s+\*.*$/u, '')
    .replace(/[\s　]*(?:ほか|ら他|他|etc\.?)$/u, '')
    .replace(/[〈《＜<][^〉》＞>]*[〉》＞>]/gu, '')
    .trim()
    .replace(companies, '')
    .replace(/[\s　]*[（(]?[^（(]*より[）)]?$/u, '')
    .trim();
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const native = /[\p{Script=Han}\p{Script=Hiragana}]/u;

function namesBeside(text: string): readonly string[] {
  return outsideParens(text, /[、､，]|\s*[/／]\s*|[，,](?=\s)/u)
    .flatMap((each) => outsideParens(each, /(?<=[）)])[\s　]*(?:[・＆&+＋,]|and)?[\s　]*(?=[^\s　）)])/u))
    .flatMap(joined)
    .flatMap(spaced)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A sign between two names where one of them is Japanese; `Earth & Fire` and `○○＆ザ・△△` are names of bands. */
function joined(text: string): readonly string[] {
  const parts = outsideParens(text, /\s*[＆&+＋]\s*/u);
  const isBand = parts.length > 1 && (!japanese.test(text) || parts.slice(1).some((part) => /^(ザ・|ザ\s|the |his )/iu.test(part)));
  if (isBand && !/[+＋]/u.test(text)) return [text];
  return parts.flatMap((part) => {
    const dotted = outsideParens(part, /・/u);
    return dotted.length > 1 && (dotted.every((each) => native.test(each)) || (dotted.length > 2 && dotted.some((each) => native.test(each))))
      ? dotted
      : [part];
  });
}

/** Three and more whole names with spaces between; two are rather one name, taken apart by the catalogue. */
function spaced(text: string): readonly string[] {
  const parts = outsideParens(text, /[\s　]+/u);
  return parts.length >= 3 && parts.every((part) => japanese.test(part) && part.length >= 3) ? parts : [text];
}

function outsideParens(text: string, separator: RegExp): readonly string[] {
  const held: string[] = [];
  const marked = text.replace(/[（(][^（）()]*[）)]/gu, (paren) => `\u{E000}${held.push(paren) - 1}\u{E001}`);
  const lookaround = new RegExp(separator.source.replace('(?<=[）)])', '(?<=\u{E001})'), 'u');
  return marked.split(lookaround).map((part) => part.replace(/\u{E000}(\d+)\u{E001}/gu, (_, index: string) => held[Number(index)] ?? ''));
}

function creditOf(text: string, voices: Voices): readonly Omit<Credit, 'featured'>[] {
  const creditedAs = tidyName(text);
  const told = cv.exec(text)?.[1] ?? /(?:\bstarring|\bAS|CV[.:：])\s*(.+)$/u.exec(text)?.[1];
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
