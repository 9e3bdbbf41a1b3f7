import { fold } from './fold.js';
import { hanKey } from './han.js';
import { hiragana } from './kana.js';
import type { Comparable, Likeness } from './likeness.js';

/** What had to be folded for a name to fit; the API says what each means. */
export const RULES = [
  'WIDTH',
  'CASE',
  'PUNCTUATION',
  'KANA',
  'HAN_VARIANT',
  'LONG_VOWEL',
  'ROMAJI',
  'READING',
  'NAME_ORDER',
  'COMPANY_FORM',
  'CREDIT',
  'PINYIN',
  'KOREAN',
  'ABBREVIATION',
  'TRANSLATION',
  'SEASON',
  'SERIES',
  'SPELLING',
  'TYPO',
] as const;
export type Rule = (typeof RULES)[number];

export interface Matched {
  readonly asked: Comparable;
  readonly name: Comparable;
  /** The name's kind in the API, which is a rule of its own where it is not what the thing is officially called. */
  readonly kind: string;
  readonly likeness: Likeness;
  readonly bySeries: boolean;
}

/** The rules without which the two would not be the same, in the order of RULES. */
export function rulesOf({ asked, name, kind, likeness, bySeries }: Matched): readonly Rule[] {
  const found = new Set<Rule>([...bySpelling(asked, name, likeness), ...(byKind[kind] ?? [])]);
  if (hasPart(asked) || likeness.parts.told > 0) found.add('SEASON');
  if (bySeries) found.add('SERIES');
  return RULES.filter((rule) => found.has(rule));
}

const byKind: Readonly<Record<string, readonly Rule[]>> = { ABBREVIATION: ['ABBREVIATION'], TRANSLATION: ['TRANSLATION'] };

const hasPart = ({ spelling }: Comparable) => Object.keys(spelling.part).length > 0;

function bySpelling(asked: Comparable, name: Comparable, { agreement, unedited }: Likeness): readonly Rule[] {
  switch (agreement) {
    case 'SAME':
    case 'FOLDED':
      return foldings(asked.text, name.text);
    case 'ROMAJI':
      return ['ROMAJI', ...(sameLetters(asked, name) ? (['LONG_VOWEL'] as const) : [])];
    case 'READING':
      return ['READING'];
    case 'WORDS':
      return ['NAME_ORDER'];
    case 'BARE':
      return [/feat|cv|from|声/i.test(asked.text + name.text) ? 'CREDIT' : 'COMPANY_FORM'];
    case 'PINYIN':
      return ['PINYIN'];
    case 'HANGUL':
      return ['KOREAN'];
    case 'INITIALS':
      return ['ABBREVIATION'];
    case 'HEAD':
      return ['SPELLING'];
    default:
      return [unedited >= 0.75 ? 'TYPO' : 'SPELLING'];
  }
}

/** Each simple folding that is needed: without it the two differ. */
function foldings(one: string, other: string): readonly Rule[] {
  const steps: readonly (readonly [Rule, (text: string) => string])[] = [
    ['WIDTH', (text) => text.normalize('NFKC')],
    ['CASE', (text) => text.toLowerCase()],
    ['KANA', hiragana],
    ['HAN_VARIANT', hanKey],
    ['PUNCTUATION', (text) => text.replace(/[^\p{L}\p{N}\p{M}ー]/gu, '')],
  ];
  const through = (left: readonly (typeof steps)[number][], text: string) => left.reduce((folded, [, step]) => step(folded), text);
  const all = hanKey(fold(one)) === hanKey(fold(other));
  return steps.filter(([rule]) => one !== other && all && differ(steps.filter(([each]) => each !== rule))).map(([rule]) => rule);

  function differ(left: readonly (typeof steps)[number][]): boolean {
    return through(left, one) !== through(left, other) && through(steps, one) === through(steps, other);
  }
}

/** The same but for how long vowels are written. */
function sameLetters(asked: Comparable, name: Comparable): boolean {
  const short = (text: string) =>
    text
      .replace(/[^a-z]/g, '')
      .replace(/ou|oo|oh/g, 'o')
      .replace(/([aiueo])\1/g, '$1');
  return asked.spelling.folded !== name.spelling.folded && short(asked.spelling.folded) === short(name.spelling.folded);
}
