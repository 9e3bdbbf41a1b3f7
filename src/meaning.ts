import { LRUCache } from 'lru-cache';
import type { Embed } from './embeddings.js';
import type { NearInMeaning, ToTerm } from './graph/matching.js';
import type { TermRead } from './graph/sheets.js';

/** Likenesses mean something else with each model: a term is near when it stands out among all terms by so many standard deviations. */
const nearest = 2.5;
/** At so many it is as near as can be. */
const fullest = 6;
/** What no word of the text says counts less than what one does. */
const most = 0.5;
const mostTerms = 6;
/** ms: so long a service that has failed is left alone. */
const rest = 30_000;

/** Which terms a text is near to by its meaning, as a language model has it; nothing where its service fails, which is told to `failed`. */
export class Meaning {
  private readonly model: string;
  private readonly embed: Embed;
  private readonly failed: (error: unknown) => void;
  private readonly vectors = new WeakMap<readonly TermRead[], Promise<readonly Float32Array[]>>();
  private readonly known = new LRUCache<string, Promise<readonly Float32Array[]>>({ max: 1_000 });
  private resting = 0;

  constructor(model: string, embed: Embed, failed: (error: unknown) => void) {
    this.model = model;
    this.embed = embed;
    this.failed = failed;
  }

  /** The nearest first. */
  async near(text: string, terms: readonly TermRead[]): Promise<NearInMeaning | undefined> {
    if (text.trim() === '' || Date.now() < this.resting) return undefined;
    try {
      const [vectors, [vector]] = await Promise.all([this.vectorsOf(terms), this.vectorOf(text)]);
      return vector && { model: this.model, terms: standingOut(vectors.map((each) => dot(each, vector))) };
    } catch (error) {
      this.resting = Date.now() + rest;
      this.vectors.delete(terms);
      this.known.delete(text);
      this.failed(error);
      return undefined;
    }
  }

  private vectorsOf(terms: readonly TermRead[]): Promise<readonly Float32Array[]> {
    const vectors = this.vectors.get(terms) ?? this.embed(terms.map(saying));
    this.vectors.set(terms, vectors);
    return vectors;
  }

  private vectorOf(text: string): Promise<readonly Float32Array[]> {
    const vector = this.known.get(text) ?? this.embed([text]);
    this.known.set(text, vector);
    return vector;
  }
}

/** What a term is, in the languages that texts are in. */
function saying({ names, record: { definition, definitionJa } }: TermRead): string {
  return [...new Set(names.map(({ text }) => text)), definition, definitionJa].filter((part) => part != null).join('. ');
}

function standingOut(likenesses: readonly number[]): readonly ToTerm[] {
  const mean = likenesses.reduce((sum, each) => sum + each, 0) / likenesses.length;
  const deviation = Math.sqrt(likenesses.reduce((sum, each) => sum + (each - mean) ** 2, 0) / likenesses.length);
  return likenesses
    .map((likeness, factor) => ({ factor, by: (likeness - mean) / deviation }))
    .filter(({ by }) => by >= nearest)
    .sort((one, other) => other.by - one.by)
    .slice(0, mostTerms)
    .map(({ factor, by }) => ({ factor, weight: most * Math.min(1, by / fullest) }));
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
