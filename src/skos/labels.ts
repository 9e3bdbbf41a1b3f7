import type { Term } from '../graph/taxonomy.js';
import { trustOf } from '../graph/trust.js';
import { NAME_KINDS } from '../graph/vocabulary.js';
import { NO_LANGUAGE } from './vocabulary.js';

/** Texts by language, as a JSON-LD language map. */
type Texts = Readonly<Record<string, readonly string[]>>;

interface Labels {
  readonly prefLabel: Readonly<Record<string, string>>;
  readonly altLabel: Texts | undefined;
  readonly hiddenLabel: Texts | undefined;
}

/** What a term is called: one label a language is preferred, the one that the API shows; no text is a label in two ways (S13, S14 of the SKOS Reference). */
export function labelsOf({ names, shown, words }: Term): Labels {
  const preferred = new Map<string, string>();
  const all = names.toSorted((one, other) => order(one, shown) - order(other, shown) || compare(one.text, other.text));
  for (const { text, language, kind } of all) {
    const key = language ?? NO_LANGUAGE;
    if (titles.includes(kind) && !preferred.has(key)) preferred.set(key, text);
  }
  const alternatives = new Map<string, Set<string>>();
  for (const { text, language } of names) {
    const key = language ?? NO_LANGUAGE;
    if (preferred.get(key) !== text) alternatives.set(key, (alternatives.get(key) ?? new Set()).add(text));
  }
  const hidden = words.filter((word) => preferred.get(NO_LANGUAGE) !== word && !alternatives.get(NO_LANGUAGE)?.has(word));
  return {
    prefLabel: Object.fromEntries([...preferred].toSorted(([one], [other]) => compare(one, other))),
    altLabel: textsOf(alternatives),
    hiddenLabel: textsOf(new Map(hidden.length > 0 ? [[NO_LANGUAGE, new Set(hidden)]] : [])),
  };
}

const titles: readonly string[] = ['OFFICIAL', 'TRANSLATION'];

/** What is shown comes first, then what the most trusted say. */
function order({ text, kind, source }: Term['names'][number], shown: readonly string[]): number {
  return (shown.includes(text) ? 0 : 1_000_000) + trustOf(source) * 1000 + NAME_KINDS.indexOf(kind);
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function textsOf(texts: ReadonlyMap<string, ReadonlySet<string>>): Texts | undefined {
  if (texts.size === 0) return undefined;
  return Object.fromEntries(
    [...texts].map(([language, all]) => [language, [...all].toSorted()] as const).toSorted(([one], [other]) => compare(one, other)),
  );
}
