import { englishForms } from './englishForms.js';
import { japaneseForms } from './japaneseForms.js';
import { besideWords, ordinaryWords } from './ordinaryWords.js';
import type { Subject } from './subject.js';
import { Trie } from './trie.js';

/** A term of the taxonomy with everything that speaks for it in a text. */
export interface Term {
  readonly factor: number;
  /** What kind of thing it is said of. */
  readonly of: Subject;
  readonly names: readonly { readonly text: string; readonly language: string | null }[];
  /** Japanese and English words, as a dictionary writes them. */
  readonly words: readonly string[];
}

/** Chinese has no kana, and would read Japanese words wrongly; the same holds the other way. */
export type Tongue = 'ja' | 'zh' | 'ko';

/** What the words of a text stand for. */
export interface Lexicon {
  readonly tries: Readonly<Record<Tongue, Trie>>;
  /** The factors of each value of the tries; none for an ordinary word. */
  readonly meanings: readonly (readonly number[])[];
  /** What kind of thing all factors of a value are said of; undefined where there are none or several kinds. */
  readonly only: readonly (Subject | undefined)[];
  /** What kind of thing each factor is said of. */
  readonly subjects: ReadonlyMap<number, Subject>;
}

const isLatin = (text: string) => /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]*$/u.test(text);

/** Latin words stand in texts of all tongues. */
const tonguesOf = (text: string, language: string | null): readonly Tongue[] => {
  if (/\p{Script=Hangul}/u.test(text)) return ['ko'];
  if (language?.startsWith('zh')) return ['zh'];
  return isLatin(text) ? ['ja', 'zh', 'ko'] : ['ja'];
};

export function lexiconOf(terms: readonly Term[]): Lexicon {
  const meanings: (readonly number[])[] = [[]];
  const numbers = new Map<string, number>();
  const numberOf = (factors: ReadonlySet<number>) => {
    const key = [...factors].join(' ');
    const number = numbers.get(key) ?? meanings.push([...factors]) - 1;
    numbers.set(key, number);
    return number;
  };
  const spoken = { ja: new Map<string, Set<number>>(), zh: new Map<string, Set<number>>(), ko: new Map<string, Set<number>>() };
  for (const { factor, names, words } of terms) {
    for (const { text, language } of [...names, ...words.map((word) => ({ text: word, language: null }))]) {
      const tongues = tonguesOf(text, language);
      for (const form of formsOf(text.trim().normalize('NFKC').toLowerCase(), tongues))
        for (const tongue of tongues) spoken[tongue].set(form, (spoken[tongue].get(form) ?? new Set<number>()).add(factor));
    }
  }
  const trieOf = (tongue: Tongue) => {
    const forms = new Map<string, number>(besideWords.map((word) => [word, 0]));
    for (const [form, factors] of spoken[tongue]) if (worthy(form)) forms.set(form, numberOf(factors));
    for (const word of ordinaryWords) forms.set(word.toLowerCase(), 0);
    return new Trie(forms);
  };
  const subjects = new Map(terms.map(({ factor, of }) => [factor, of]));
  const tries = { ja: trieOf('ja'), zh: trieOf('zh'), ko: trieOf('ko') };
  return { tries, meanings, subjects, only: meanings.map((factors) => onlyOf(factors, subjects)) };
}

function onlyOf(factors: readonly number[], subjects: Lexicon['subjects']): Subject | undefined {
  const [only, ...others] = new Set(factors.map((factor) => subjects.get(factor)));
  return others.length === 0 ? only : undefined;
}

/** One letter or kana is no word. */
const worthy = (form: string) => form.length > 1 || /\p{Script=Han}/u.test(form);

/** Chinese and Korean words are not inflected. */
function formsOf(plain: string, tongues: readonly Tongue[]): readonly string[] {
  if (isLatin(plain)) return englishForms(plain);
  return tongues.includes('ja') ? japaneseForms(plain) : [plain];
}
