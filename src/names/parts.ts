import { HAN_DIGITS, numeral } from './numerals.js';

/** Which part of a series a title says that it is; what it doesn't say is absent. */
export interface Part {
  /** Second season: 2. The last one, said without a number: `final`. */
  readonly season?: number | 'final';
  /** Of a season: part, cour, half. */
  readonly part?: number;
  readonly chapter?: number;
  readonly form?: Form;
  readonly year?: number;
}

/** What kind of thing of the series it is, where the title says so. */
export type Form = 'TV' | 'MOVIE' | 'OVA' | 'SPECIAL' | 'WEB' | 'RECAP' | 'STAGE' | 'LIVE_ACTION';

/** A title taken apart: what the series is called, and which part of it this is. */
export interface Divided {
  readonly base: string;
  readonly part: Part;
}

type Read = (groups: readonly string[]) => Part | null;
type Pattern = readonly [RegExp, Read];

const digits = `(?:\\d{1,2}|[${HAN_DIGITS}]{1,3})`;
const ordinal = '(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|final)';
const counted = '(?:\\d{1,2}|ix|iv|v?i{1,3}|v|one|two|three|four|five|six)';
const seasonWords = 'season|saison|staffel|temporada|stagione|сезон|mùa|phần|sezon|musim|시즌|シーズン|シリーズ|ซีซัน|ซีซั่น|ภาค|الموسم';

const season = (text: string | undefined): Part | null => {
  const plain = (text ?? '').toLowerCase();
  if (plain === 'final') return { season: 'final' };
  const number = numeral(plain.replace(/(?<=\d)(st|nd|rd|th)$/, ''));
  return number === null ? null : { season: number };
};
const numbered =
  (name: 'part' | 'chapter') =>
  ([text]: readonly string[]): Part | null => {
    const number = numeral((text ?? '').replace(/(?<=\d)(st|nd|rd|th)$/, ''));
    return number === null ? null : { [name]: number };
  };
const is =
  (part: Part): Read =>
  () =>
    part;

/** A word may stand right beside kanji and kana, but not within a word of its own script. */
const start = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])';
const end = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])';
const word = (body: string): RegExp => new RegExp(`${start}(?:${body})${end}`, 'giu');
const anywhere = (body: string): RegExp => new RegExp(body, 'giu');

/** In this order: what says more comes before what says less. */
const patterns: readonly Pattern[] = [
  [word(`(?:the\\s+)?final\\s+season|ファイナルシーズン`), is({ season: 'final' })],
  [anywhere('最[终終]季'), is({ season: 'final' })],
  [word(`(${ordinal})\\s*(?:season|シーズン|シリーズ|series|stage)`), ([text]) => season(text)],
  [anywhere(`(ファースト|セカンド|サード|フォース|フィフス)\\s*(?:シーズン|シリーズ|ステージ)`), ([text]) => season(text)],
  [word(`(?:${seasonWords})\\s*[.:#]?\\s*(${counted})`), ([text]) => season(text)],
  [word(`(\\d{1,2})(?:-?(?:ª|º|a|o|e|ème|eme|й|ая|\\.))?\\s*(?:${seasonWords})`), ([text]) => season(text)],
  [word('(primera|segunda|tercera|cuarta)\\s+temporada|(première|deuxième|troisième)\\s+saison'), ([text, other]) => season(text || other)],
  [anywhere(`[(（]?第\\s*(${digits})\\s*(?:期|季|シーズン|シリーズ|部|작|기)[)）]?`), ([text]) => season(text)],
  [anywhere(`제?\\s*(\\d{1,2})\\s*기`), ([text]) => season(text)],
  [anywhere(`(${digits})\\s*(?:期|季)(?!\\p{Script=Han})`), ([text]) => season(text)],
  [word('s(\\d{1,2})'), ([text]) => season(text)],
  [anywhere(`第\\s*(${digits})\\s*クール`), numbered('part')],
  [word(`(?:part|cour|pt|パート|часть|parte|partie|teil)\\s*[.:#]?\\s*(${counted}|${ordinal})`), numbered('part')],
  [word(`(${ordinal})\\s*(?:part|cour|half)`), numbered('part')],
  [anywhere('[（(]?(?:前|上)(?:[編篇编半]|半クール|半部分)[部分クール]*[)）]?|전편'), is({ part: 1 })],
  [anywhere('[（(]?(?:後|后|下)(?:[編篇编半]|半クール|半部分)[部分クール]*[)）]?|후편'), is({ part: 2 })],
  [word('zenpen|zenpen|zen-?pen'), is({ part: 1 })],
  [word('kouhen|kouhan|kou-?hen'), is({ part: 2 })],
  [anywhere(`第\\s*(${digits})\\s*[章話话夜回弾弹巻卷]`), numbered('chapter')],
  [anywhere(`([${HAN_DIGITS}])(?:ノ|の|之)(?:章|皿|巻|幕|段|陣|譜)`), ([text]) => season(text)],
  [word(`(?:chapter|episode|ep|vol(?:ume)?|act|stage|capítulo|глава)\\s*[.:#]?\\s*(${counted})`), numbered('chapter')],
  [
    word('(?:the\\s+)?movie|gekijou?-?ban|eiga|film|le\\s+film|der\\s+film|il\\s+film|la\\s+película|pelicula|o\\s+filme|фильм'),
    is({ form: 'MOVIE' }),
  ],
  [anywhere('[（(]?(?:劇場版アニメ|アニメ映画|長編アニメーション|[劇剧]場?[场]?版|映画|電影|电影|극장판)[)）]?'), is({ form: 'MOVIE' })],
  [word('ova|oad|ovas|oads'), is({ form: 'OVA' })],
  [word('specials?|sp|tv\\s*specials?|スペシャル|ona\\s+special|special\\s+edition'), is({ form: 'SPECIAL' })],
  [anywhere('[（(]?(?:特別[編篇]|特别篇|番外[編篇编]|外伝)[)）]?'), is({ form: 'SPECIAL' })],
  [anywhere('総集[編篇]|总集篇|總集篇|[新特][别別]?[編编]集版|recap|compilation'), is({ form: 'RECAP' })],
  [word('ona|web\\s*anime|webアニメ'), is({ form: 'WEB' })],
  [anywhere('[（(]?tv\\s*(?:アニメ(?:ーション)?|动画|動畫|版|シリーズ|series|animation)[)）]?'), is({ form: 'TV' })],
  [anywhere('[(（]tv[)）]'), is({ form: 'TV' })],
  [word('live[\\s-]action|実写(?:映画|版|ドラマ)?|真人版'), is({ form: 'LIVE_ACTION' })],
  [anywhere('[(（]((?:19|20)\\d\\d)年?版?[)）]|((?:19|20)\\d\\d)年?版'), ([text, other]) => ({ year: Number(text || other) })],
  [/^(?:[続续續]|zoku)(?=[\s・:\-～]|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})/iu, is({ season: 2 })],
  [anywhere('[・\\s]+[続续續]$'), is({ season: 2 })],
];

/** A number at the very end is a season, where a name is left before it. */
const trailing: readonly Pattern[] = [
  [/(?<=[^\d\s.,:;#&+-]\s*)(\d{1,2})$/u, ([text]) => smallSeason(text)],
  [/(?<=\S\s+)(ix|iv|v?i{1,3})$/iu, ([text]) => smallSeason(text)],
  [new RegExp(`(?<=[^${HAN_DIGITS}第\\d]\\s*[・ノの之\\s]\\s*)([${HAN_DIGITS}])$`, 'u'), ([text]) => smallSeason(text)],
  [/(?<=[^\p{Script=Latin}])(ii|iii|iv)$/iu, ([text]) => smallSeason(text)],
];

const smallSeason = (text: string | undefined): Part | null => {
  const number = numeral(text ?? '');
  return number !== null && number >= 1 && number <= 20 ? { season: number } : null;
};

/** Takes a title apart. What is said first of the same matter counts; where nothing would be left, the title is kept whole. */
export function divide(title: string): Divided {
  const whole = apart(title.normalize('NFKC').trim());
  let base = hasLetters(whole) ? tidy(whole) : whole;
  let part: Part = {};
  const take = ([pattern, read]: Pattern) => {
    let isTaken = false;
    const rest = base.replace(pattern, (match: string, ...found: unknown[]) => {
      const groups = found.filter((each) => typeof each === 'string' || each === undefined).slice(0, -1) as string[];
      const said = read(groups);
      if (!said) return match;
      isTaken = true;
      part = { ...said, ...part };
      return ' ';
    });
    if (isTaken && hasLetters(rest)) base = tidy(rest);
  };
  patterns.forEach(take);
  for (const pattern of trailing) if (part.season === undefined) take(pattern);
  return { base, part };
}

/** Words run together as they are in slugs: KyoukaiNoRinneS2, kimetsu_no_yaiba. */
function apart(text: string): string {
  if (/\s/.test(text) || !/^[\w-]+$/.test(text)) return text;
  const spaced = text.replaceAll('_', ' ');
  return /[a-z][A-Z].*[a-z]/.test(spaced) ? spaced.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ') : spaced;
}

const hasLetters = (text: string) => /[\p{L}\p{N}]/u.test(text);

const tidy = (text: string) =>
  text
    .replace(/[(（[【「『]\s*[)）\]】」』]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:：~～・,、.-]+|[\s:：~～・,、-]+$/gu, '');
