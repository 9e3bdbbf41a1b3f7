import { isLetter } from './characters.js';

/** How strongly a word is meant: half where it is said with reserve, one and a half times where it is stressed. */
export function intensityAt(text: string, from: number, to: number): number {
  if (isLetter(text, from)) {
    const before = text.slice(Math.max(0, from - 40), from);
    if (stressedInEnglish.test(before)) return stressed;
    return reservedInEnglish.test(before) ? reserved : plain;
  }
  const before = text.slice(Math.max(0, from - longest), from);
  if (stressedInJapanese.test(before) || /^(?:すぎ|過ぎ|まく|極ま)/.test(text.slice(to, to + 2))) return stressed;
  return reservedInJapanese.test(before) || /^(?:気味|ぎみ|がかっ|っぽ)/.test(text.slice(to, to + 3)) ? reserved : plain;
}

/** No Japanese adverb below is longer, with what follows it. */
const longest = 12;

const plain = 1;
const reserved = 0.5;
const stressed = 1.5;

const stressedInJapanese = new RegExp(
  `(?:${[
    'とても|すごく|凄く|めちゃくちゃ|めっちゃ|むちゃくちゃ|圧倒的に?|どこまでも|ものすごく|物凄く|ものすごい|最高に|最高の|とびきり|飛び切り|ひどく|あまりに|あまりにも|この上なく|やたら|やたらと|恐ろしく|おそろしく',
    'とてつもなく|とんでもなく|非常に|極めて|きわめて|かなり|超|激|実に|じつに|たまらなく|ひたすら|ひたすらに|徹底的に|とことん|限りなく|並外れて|並はずれた|桁違いに|抜群に|心底|無性に|究極の|至高の|最も|もっとも|一番|いちばん|どうしようもなく',
    '全身全霊で|いつになく|異様に|異常に|驚くほど|信じられないほど|泣きたいほど|胸が痛むほど|はなはだ|いたく|大いに|存分に|たっぷりと?|溢れんばかりの|圧巻の|猛烈に|激烈に|強烈に|強烈な|完全に|完璧に|心から|深く|根っから|筋金入りの|なにより|何より',
  ].join('|')})(?:に|な|の|と|も)?$`,
);
const reservedInJapanese =
  /(?:少し|すこし|ちょっと|ちょっぴり|若干|いくぶん|幾分|いくらか|やや|ほのか|ほんのり|かすか|微か|わずか|僅か|どこか|どことなく|なんとなく|ごく控えめ|控えめ|そこはかとなく|いささか|多少|それなり|うっすら|心なしか|適度|ほどよ|ほど良|ほどよく|軽く)(?:だけ|に|な|の|く|い|と)?$/;

/** English adverbs that stress what follows, and say nothing else. */
export const stressingAdverbs: readonly string[] = `
  very extremely insanely brutally astonishingly deeply terribly intensely thoroughly enormously absolutely wonderfully most so awfully profoundly
  immensely incredibly utterly truly really super hugely remarkably totally completely exceptionally unbelievably ridiculously frighteningly painfully overwhelmingly
  amazingly breathtakingly devastatingly fiercely impossibly outrageously supremely unbearably wildly hopelessly highly exceedingly especially particularly seriously heartbreakingly
  stunningly gloriously relentlessly unmistakably endlessly infinitely crushingly blisteringly
`
  .trim()
  .split(/\s+/);
const stressedInEnglish = new RegExp(
  `(?:\\b(?:${stressingAdverbs.join('|')}|as .{1,12} as)|\\b(?:full of|drenched in|packed with|overflowing with|bursting with|steeped in|soaked in|more than a little|nothing but|pure|sheer))(?:,| and)?\\s+$`,
  'i',
);
const reservedInEnglish =
  /\b(?:(?:a|an|just a|only a)?\s*(?:little|bit|tad|touch|hint of|touch of|trace of|bit of|whiff of|dash of|shade)|somewhat|slightly|mildly|vaguely|faintly|kind of|sort of|fairly|moderately|lightly|subtly|partly|a little bit)\s+(?:an?\s+|more\s+|less\s+)?$/i;
