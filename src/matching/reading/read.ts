import { isDenied } from './denial.js';
import { intensityAt } from './intensity.js';
import { Letters } from './letters.js';
import type { Lexicon, Tongue } from './lexicon.js';
import { subjectsNamed } from './subject.js';
import { type Word, wordsIn } from './wordsIn.js';

/** What a text says of one factor. */
export interface Spoken {
  readonly factor: number;
  /** 0.5 where it is said with reserve, 1, 1.5 where it is stressed; the strongest where it is said often. */
  readonly intensity: number;
  /** How often it is said. */
  readonly times: number;
  readonly isDenied: boolean;
  /** The words that say so as they stand in the text, the first first. */
  readonly words: readonly string[];
}

interface Said {
  readonly word: string;
  readonly intensity: number;
  readonly isDenied: boolean;
}

const taken = new Letters();

/** What a text (in compatibility form, NFKC) speaks of; what is denied as often as said is denied. The first first. */
export function read(text: string, lexicon: Lexicon): readonly Spoken[] {
  const said = new Map<number, Said[]>();
  const letters = taken.take(text);
  const words = wordsIn(letters, lexicon.tries[tongueOf(text)]);
  const meant = meaningsHere(letters, words, lexicon);
  for (const [index, word] of words.entries()) {
    const { from, to, value } = word;
    const next = words[index + 1]?.from ?? text.length;
    const here = { word: text.slice(from, to), intensity: intensityAt(letters, from, to), isDenied: isDenied(text, word, next) };
    for (const factor of meant(value)) {
      const known = said.get(factor);
      if (known) known.push(here);
      else said.set(factor, [here]);
    }
  }
  return [...said].map(([factor, all]) => spoken(factor, all));
}

/** A word may speak of songs as of persons: it does of what the rest of the text speaks of, and of all where that tells nothing. */
function meaningsHere(letters: Letters, words: readonly Word[], { meanings, subjects, only }: Lexicon): (value: number) => readonly number[] {
  if (words.every(({ value }) => only[value])) return (value) => meanings[value] ?? [];
  const sure = subjectsNamed(letters);
  for (const { value } of words) {
    const subject = only[value];
    if (subject) sure.add(subject);
  }
  return (value) => {
    const all = meanings[value] ?? [];
    if (only[value]) return all;
    const likely = all.filter((factor) => sure.has(subjects.get(factor) ?? 'song'));
    return likely.length === 0 ? all : likely;
  };
}

function spoken(factor: number, all: readonly Said[]): Spoken {
  const [first, ...more] = all;
  if (first && more.length === 0) return { factor, intensity: first.intensity, times: 1, isDenied: first.isDenied, words: [first.word] };
  const denials = all.filter(({ isDenied: denied }) => denied);
  const denied = denials.length * 2 >= all.length;
  const telling = denied ? denials : all.filter(({ isDenied: not }) => !not);
  return {
    factor,
    intensity: Math.max(...telling.map(({ intensity }) => intensity)),
    times: telling.length,
    isDenied: denied,
    words: [...new Set(telling.map(({ word }) => word))],
  };
}

function tongueOf(text: string): Tongue {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'ja';
}
