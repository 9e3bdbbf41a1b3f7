import { among, isLetter, LATIN } from './characters.js';
import type { Letters } from './letters.js';
import { nowhere, root, Trie } from './trie.js';

/** How strongly a word is meant: half where it is said with reserve, one and a half times where it is stressed. */
export function intensityAt(letters: Letters, from: number, to: number): number {
  const { text } = letters;
  if (isLetter(text, from)) return inEnglish(letters, from);
  const before = degreeBefore(letters, from, inJapanese);
  if (before !== plain) return before;
  if (/^(?:すぎ|過ぎ|まく|極ま)/.test(text.slice(to, to + 2))) return stressed;
  return /^(?:気味|ぎみ|がかっ|っぽ)/.test(text.slice(to, to + 3)) ? reserved : plain;
}

const plain = 1;
const reserved = 0.5;
const stressed = 1.5;

const words = (list: string): readonly string[] => list.trim().split(/\s+/);
const phrases = (list: string): readonly string[] => list.trim().split(/\s*[|\n]\s*/);

const stressedInJapanese = words(`
  とても すごく 凄く めちゃくちゃ めっちゃ むちゃくちゃ 圧倒的 圧倒的に どこまでも ものすごく 物凄く ものすごい 最高に 最高の とびきり 飛び切り ひどく あまりに あまりにも この上なく やたら やたらと 恐ろしく おそろしく とてつもなく
  とんでもなく 非常に 極めて きわめて かなり 超 激 実に じつに たまらなく ひたすら ひたすらに 徹底的に とことん 限りなく 並外れて 並はずれた 桁違いに 抜群に 心底 無性に 究極の 至高の 最も もっとも 一番 いちばん どうしようもなく 全身全霊で
  いつになく 異様に 異常に 驚くほど 信じられないほど 泣きたいほど 胸が痛むほど はなはだ いたく 大いに 存分に たっぷり たっぷりと 溢れんばかりの 圧巻の 猛烈に 激烈に 強烈に 強烈な 完全に 完璧に 心から 深く 根っから 筋金入りの なにより 何より
`);
const reservedInJapanese = words(`
  少し すこし ちょっと ちょっぴり 若干 いくぶん 幾分 いくらか やや ほのか ほんのり かすか 微か わずか 僅か どこか どことなく なんとなく ごく控えめ 控えめ そこはかとなく いささか 多少 それなり うっすら 心なしか 適度 ほどよ ほど良 ほどよく 軽く
`);

/** English adverbs that stress what follows, and say nothing else. */
export const stressingAdverbs: readonly string[] = words(`
  very extremely insanely brutally astonishingly deeply terribly intensely thoroughly enormously absolutely wonderfully most so awfully profoundly
  immensely incredibly utterly truly really super hugely remarkably totally completely exceptionally unbelievably ridiculously frighteningly painfully overwhelmingly
  amazingly breathtakingly devastatingly fiercely impossibly outrageously supremely unbearably wildly hopelessly highly exceedingly especially particularly seriously heartbreakingly
  stunningly gloriously relentlessly unmistakably endlessly infinitely crushingly blisteringly
`);
const stressedInEnglish = phrases(`
  full of | drenched in | packed with | overflowing with | bursting with | steeped in | soaked in | more than a little | nothing but | pure | sheer
`);
const reservedInEnglish = phrases(`
  little | bit | tad | touch | hint of | touch of | trace of | bit of | whiff of | dash of | shade
  somewhat | slightly | mildly | vaguely | faintly | kind of | sort of | fairly | moderately | lightly | subtly | partly
`);

/** What stands before a word is looked for from its end, so that nothing is tried in vain. Values are twice the degree. */
const backwards = (lists: readonly (readonly [degree: number, words: readonly string[], endings: readonly string[]])[]): Trie =>
  new Trie(
    new Map(
      lists.flatMap(([degree, list, endings]) =>
        list.flatMap((word) => endings.map((ending): [string, number] => [[...`${word}${ending}`].reverse().join(''), degree * 2])),
      ),
    ),
  );

const inJapanese = backwards([
  [reserved, reservedInJapanese, ['', 'だけ', ...'になのくいと']],
  [stressed, stressedInJapanese, ['', ...'になのとも']],
]);
const english = backwards([
  [reserved, reservedInEnglish, ['']],
  [stressed, [...stressingAdverbs, ...stressedInEnglish], ['']],
]);

/** The degree that the longest words that end here tell. */
function degreeBefore(letters: Letters, end: number, trie: Trie): number {
  if (!trie.mayBegin(letters.letter(end - 1), letters.letter(end - 2), letters.letter(end - 3))) return plain;
  let degree = plain;
  let node = root;
  for (let at = end - 1; at >= 0; at -= 1) {
    node = trie.step(node, letters.letter(at));
    if (node === nowhere) break;
    const value = trie.value(node);
    if (value >= 0 && (letters.kind(at) !== LATIN || letters.kind(at - 1) !== LATIN)) degree = value / 2;
  }
  return degree;
}

const isSpace = among(' \n\t');

function spacesBefore(text: string, from: number): number {
  let at = from;
  while (isSpace(text, at - 1)) at -= 1;
  return at;
}

/** As in very sad, very loud and sad, as loud as sad, a little more sad. */
function inEnglish(letters: Letters, from: number): number {
  const { text } = letters;
  const end = spacesBefore(text, from);
  if (end === from) return plain;
  const degree = degreeBefore(letters, end, english);
  if (degree !== plain) return degree;
  const [between] = /(?:,|\b(?:and|as|an?|more|less))$/.exec(text.slice(Math.max(0, end - 5), end)) ?? [];
  if (between === undefined) return plain;
  if (between === 'as') return /\bas .{1,12} as$/i.test(text.slice(Math.max(0, end - 18), end)) ? stressed : plain;
  const expected = between === ',' || between === 'and' ? stressed : reserved;
  return degreeBefore(letters, spacesBefore(text, end - between.length), english) === expected ? expected : plain;
}
