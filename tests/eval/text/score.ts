import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { curatedFacts } from '../../../seeds/facts.js';
import { factsFolder } from '../../../seeds/stamps.js';
import { lexiconOf } from '../../../src/matching/reading/lexicon.js';
import { read } from '../../../src/matching/reading/read.js';
import { subjectOf } from '../../../src/matching/reading/subject.js';

/** A sentence with what it says and denies: `also` are terms that would not be wrong, but need not be found. */
const sentence = z.object({
  text: z.string(),
  lang: z.enum(['ja', 'en']),
  says: z.array(z.object({ factor: z.string(), intensity: z.number() })),
  denies: z.array(z.string()),
  also: z.array(z.string()).default([]),
  alsoDenies: z.array(z.string()).default([]),
});

type Sentence = z.output<typeof sentence>;

/** What came of reading: how much of what is said was found, and how much of what was found is said. */
export interface Score {
  found: number;
  missed: number;
  wrong: number;
  /** Of those found, how many with the right intensity. */
  intense: number;
  denied: number;
  undenied: number;
  wronglyDenied: number;
}

const terms = curatedFacts(factsFolder)
  .things.filter(({ type }) => type === 'Factor')
  .map(({ ref, fields, names }) => ({
    key: ref.replace('Factor:', ''),
    names,
    facet: String(fields['facet']),
    words: z.array(z.string()).parse(fields['words'] ?? []),
  }));
const facets = new Map(terms.map(({ key, facet }) => [key, facet]));

const lexicon = lexiconOf(terms.map(({ facet, words, names }, factor) => ({ factor, of: subjectOf(facet), words, names })));

export function sentencesOf(part: 'dev' | 'held'): readonly Sentence[] {
  const lines = readFileSync(new URL(`./${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => sentence.parse(JSON.parse(line)));
}

/** The scores of sentences by language and by facet; `all` for all of them. */
export function scored(sentences: readonly Sentence[]): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  const count = (factor: string, lang: string, what: keyof Score) => {
    for (const group of ['all', lang, facets.get(factor) ?? '']) {
      const score = scores.get(group) ?? { found: 0, missed: 0, wrong: 0, intense: 0, denied: 0, undenied: 0, wronglyDenied: 0 };
      score[what] += 1;
      scores.set(group, score);
    }
  };
  for (const { text, lang, says, denies, also, alsoDenies } of sentences) {
    const all = read(text.normalize('NFKC'), lexicon).map((spoken) => ({ ...spoken, key: terms[spoken.factor]?.key ?? '' }));
    const said = new Map(all.filter(({ isDenied }) => !isDenied).map((spoken) => [spoken.key, spoken]));
    const denied = new Set(all.filter(({ isDenied }) => isDenied).map(({ key }) => key));
    for (const { factor, intensity } of says) {
      count(factor, lang, said.has(factor) ? 'found' : 'missed');
      if (said.get(factor)?.intensity === intensity) count(factor, lang, 'intense');
    }
    const right = new Set([...says.map(({ factor }) => factor), ...also]);
    for (const key of said.keys()) if (!right.has(key)) count(key, lang, 'wrong');
    for (const key of denies) count(key, lang, denied.has(key) ? 'denied' : 'undenied');
    for (const key of denied) if (![...denies, ...alsoDenies].includes(key)) count(key, lang, 'wronglyDenied');
  }
  return scores;
}

export const share = (part: number, rest: number): number => (part + rest === 0 ? Number.NaN : part / (part + rest));
