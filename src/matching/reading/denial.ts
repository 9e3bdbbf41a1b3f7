import { among, isLetter } from './characters.js';
import type { Word } from './wordsIn.js';

/** Whether what a word says is denied where it stands: 悲しくない, ホラーではなく, not sad, without a trace of sadness. `next` is where the next word begins. */
export function isDenied(text: string, { from, to }: Word, next: number): boolean {
  if (isLetter(text, from)) return deniedInEnglish(text, from, to);
  const end = clauseEnd(text, to);
  return mayDeny(text, to, end) && deniedInJapanese(text.slice(to, end), Math.max(0, next - to), isKu(text, to - 1));
}

const parts = 'さ|感|らしさ|っぽさ|要素|色|味|気|こと|もの|ところ|部分';
const particles = 'は|も|が|の|を|など|なんて|すら|さえ|とか|に|と|で';
const adverbs =
  '一切|いっさい|まったく|全く|全然|みじんも|微塵も|かけらも|少しも|ちっとも|どこにも|ほとんど|決して|さほど|あまり|一度も|もう|ひとつも|一つも|一行も|一言も';
const not = 'な(?:い(?!か|ほど)|かった|く(?!ては|ちゃ|な)|し|けれ|さ)|無(?:い|し|く)|(?:あり|でき|え)?ません|ゼロ|皆無|無縁|ず(?:に|、|$)|ぬ(?!け)';

const direct = new RegExp(`^(?:く|で)?(?:${parts})?(?:(?:とは|では|じゃ|でも|${particles})+)?(?:${adverbs})*(?:ほど|程)?(?:遠|${not})`);
/** Something that is not done with it, within the clause: ストリングスに頼らず, 高級感を売りにはしません. */
const left = new RegExp(`^(?:${parts})?(?:など|なんて|とか)?(?:は|も|が|を|に|とは|と)[^、。，．！？!?「」\\n]{0,10}?(?:${not}|縁遠|かけ離れ)`);
const excluded =
  /^(?:さ|感|色|要素)?(?:は|も|など|の|や|を)*(?:いっさい|一切|あえて|すべて)?(?:排し|排除|排した|抜き|抑え|控え|封印|捨て|削ぎ落|そぎ落|避け)/;
/** Not to be denied: only, more than, can't but, twice denied, and verbs whose denial praises. */
const asserted =
  /だけ(?:じゃ|では|で|の)|ばかり(?:じゃ|では|で|か)|のみなら|とどまら|しか|わけ(?:では|じゃ)な|なく(?:は|も)な|ないことはな|ずには|欠かせ|欠かさ|忘れ|尽き|絶え|止ま|やま|鳴り|終わら|飽き|負け|離れ|離さ|変わら|たまら|隠せ|隠さ|言うまでも|もちろん|仕方|ざるを|間違いな|揺るが|ぶれ/;

const endsClause = among('。！？!?\n');
const isKu = among('く');
/** A character of each way to deny, so that most clauses need not be looked at. */
const isOfDenial = among('な無んゼ皆ずぬ遠縁離排抜抑控封捨削そ避');

/** At most 28 characters on. */
function clauseEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at < from + 28 && !endsClause(text, at)) at += 1;
  return at;
}

function mayDeny(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isOfDenial(text, at)) return true;
  return false;
}

function deniedInJapanese(clause: string, free: number, afterKu: boolean): boolean {
  // An adjective's own denial follows at once: 悲しく + ない.
  const start = afterKu ? `く${clause}` : clause;
  // What is denied further on is the next word, where there is one between.
  const denied = direct.exec(start) ?? left.exec(clause.slice(0, free));
  if (denied) return !asserted.test(clause.slice(0, denied[0].length + 6));
  return excluded.test(clause);
}

const negators =
  /\b(?:not|no|never|without|neither|nor|nothing|nobody|none|hardly|scarcely|cannot|lack(?:s|ed|ing)?|devoid of|free (?:of|from)|far from|anything but|instead of|rather than|no longer|avoid(?:s|ed|ing)?|refus(?:es|ed|ing)|minus|less)\b|n['’]t\b/gi;
/** What follows is said again. */
const turns = /\b(?:but|just|only|merely|simply|yet|although|though|because|so|than)\b/i;

function deniedInEnglish(text: string, from: number, to: number): boolean {
  if (/^(?:[- ]free\b|less\b|\?\s*no\b|\?\s*not\b)/i.test(text.slice(to, to + 12))) return true;
  const sentence = text.slice(sentenceStart(text, from), from);
  const all = [...sentence.matchAll(negators)].filter(({ 0: negator, index }) => reaches(negator, sentence.slice(index + negator.length)));
  // What follows nor is denied once, whatever denies what goes before it.
  const found = all.some(({ 0: negator }) => /^nor$/i.test(negator)) ? all.slice(0, 1) : all;
  return found.length % 2 === 1;
}

/** At most 90 characters back. */
function sentenceStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && at > from - 90 && !endsSentence(text, at - 1, from)) at -= 1;
  return at;
}

const isStop = among('.;:!?…\n—');
const isComma = among(',');
const endsSentence = (text: string, at: number, from: number) =>
  isStop(text, at) || (isComma(text, at) && !/^ *(?:or|nor)\b/.test(text.slice(at + 1, from)));

/** At most seven words on, and not past a turn. */
function reaches(negator: string, between: string): boolean {
  if (/^\s*(?:only|just|merely|simply|least|alone|doubt|wonder|question|matter|more than)\b/i.test(between)) return false;
  if (/^less$/i.test(negator) && !/^\s+(?:a|an|of an?)\b/i.test(between)) return false;
  return between.split(/\s+/).length <= 9 && !turns.test(between);
}
