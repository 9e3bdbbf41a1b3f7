import { evenly, type Random, randomOf } from '../random.js';
import { drawTerm } from './expressions.js';
import type { Term } from './taxonomy.js';

/** Characters. */
const length = 300;

/** A language's sentences: some with gaps for terms, some without. */
interface Phrases {
  readonly said: readonly string[];
  readonly filler: readonly string[];
  /** For a gap too many. */
  readonly it: string;
  readonly isOf: RegExp;
}

const japanese: Phrases = {
  said: [
    '{}と{}が入り混じる一曲がほしい。',
    'できれば{}、それでいて{}。',
    '全体としては{}という印象です。',
    'とても{}、少し{}。',
    '聴き終えたあとに{}が残る。',
    '{}ではなく、{}に寄せたい。',
    '後半では{}が前に出てくる。',
    'まずは「{}」という言葉から考えました。',
  ],
  filler: [
    '来月から駅前で始まる企画のために、ふさわしいものを選んでいます。',
    '返事は金曜日の夕方までにもらえると助かります。',
    '会議では三つの案が出ましたが、まだ何も決まっていません。',
    '予算については別の資料にまとめてあります。',
    '担当の者が先週の打ち合わせで同じことを言っていました。',
    '詳しい日程は決まりしだいお知らせします。',
    '前回の案は長すぎたので、半分くらいに縮めるつもりです。',
    '確認のうえ、変更する箇所があれば教えてください。',
  ],
  it: 'これ',
  isOf: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
};

const english: Phrases = {
  said: [
    'We want something {}, with {} in it. ',
    'It should be {} rather than {}. ',
    'People described the last one as very {}. ',
    'A little {}, and not {}. ',
    'The second half turns to {}. ',
    'Think of {} and {}. ',
  ],
  filler: [
    'The campaign starts in the week after next and runs until the end of the month. ',
    'Please send your answer to the office by Friday evening. ',
    'Three drafts were discussed at the meeting, and none has been chosen yet. ',
    'The budget is explained in a separate document. ',
    'Somebody from the agency will call about the schedule. ',
    'Let us know which parts have to be changed. ',
  ],
  it: 'this',
  isOf: /^[A-Za-z][A-Za-z' -]*$/,
};

/** The n-th page: about 300 characters, of which three to twelve terms are named as texts name them; two of three are Japanese, the others English. */
export function pageOf(n: number, curated: readonly Term[]): string {
  const random = randomOf('page', n);
  const phrases = n % 3 === 0 ? english : japanese;
  const words = Array.from({ length: 3 + evenly(random, 10) }, () => wordOf(random, curated, phrases));
  const sentences: string[] = [];
  while (words.length > 0) sentences.push(anyOf(random, phrases.said).replaceAll('{}', () => words.pop() ?? phrases.it));
  while (sentences.join('').length < length) sentences.splice(evenly(random, sentences.length + 1), 0, anyOf(random, phrases.filler));
  return sentences.join('').slice(0, length);
}

/** A name of a term, or another word that speaks for it. */
function wordOf(random: Random, curated: readonly Term[], { isOf }: Phrases): string {
  for (;;) {
    const term = curated[drawTerm(random, curated.length)];
    const texts = (term?.names ?? []).filter(({ language }) => !language?.startsWith('zh')).map(({ text }) => text);
    const words = term?.fields['words'];
    const own = [...texts, ...(Array.isArray(words) ? words.map(String) : [])].filter((text) => isOf.test(text));
    if (own.length > 0) return anyOf(random, own).toLowerCase();
  }
}

function anyOf(random: Random, values: readonly string[]): string {
  return values[evenly(random, values.length)] ?? '';
}
