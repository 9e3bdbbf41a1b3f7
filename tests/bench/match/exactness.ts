import type { Kept } from '../../../src/graph/keptGraph.js';
import { telling, wishesFor } from '../../../src/graph/matching.js';
import { allExpressed, song, thingId } from './expressions.js';
import { ask, choice, question } from './questions.js';
import { termCount, termId } from './taxonomy.js';

const questions = 20;
const asked = 20;

/** The plain computation of one question: the best songs so far, the best first. */
interface Plain {
  readonly shares: ReadonlyMap<number, number>;
  readonly best: { readonly id: string; readonly score: number }[];
}

/**
 * The share of the answers' songs that are among the best 20 when all is added up in plain JavaScript from what the graph was made of, neither weights
 * nor wishes rounded; of those that score the same any may be told.
 */
export async function exactness(origin: string, kept: Kept, songs: number): Promise<number> {
  const choices = Array.from({ length: questions }, (_, n) => choice(10_000 + n, termCount));
  const plain = choices.map((factors): Plain => ({ shares: sharesOf(kept, factors), best: [] }));
  const answers = await Promise.all(choices.map((factors) => ask(origin, question('SONG', { factors }))));
  const scored = answers.map(() => new Map<string, number>());
  const told = answers.map((ids) => new Set(ids));
  for (const { n, terms } of allExpressed(song, songs)) {
    const id = thingId(song, n);
    for (const [index, { shares, best }] of plain.entries()) {
      let score = 0;
      for (const { term, weight, confidence } of terms) score += (shares.get(term) ?? 0) * weight * confidence;
      if (told[index]?.has(id)) scored[index]?.set(id, score);
      if (score > (best[asked - 1]?.score ?? 0)) insert(best, { id, score });
    }
  }
  const right = plain.map(({ best }, index) => {
    const least = best[asked - 1]?.score ?? Number.MIN_VALUE;
    return [...(scored[index]?.values() ?? [])].filter((score) => score > least - 1e-9).length / Math.min(asked, best.length);
  });
  return right.reduce((sum, share) => sum + share, 0) / questions;
}

function insert(best: Plain['best'], found: Plain['best'][number]): void {
  const after = best.findIndex(({ score }) => score < found.score);
  best.splice(after < 0 ? best.length : after, 0, found);
  best.length = Math.min(best.length, asked);
}

/** How much each term counts, by its number; what is near to the chosen ones and how rare all are is as the product has it. */
function sharesOf(kept: Kept, factors: Parameters<typeof question>[1]['factors']): ReadonlyMap<number, number> {
  const sheets = kept.kinds.get('Song');
  const numbers = new Map(Array.from({ length: termCount }, (_, n) => [kept.places.get(termId(n)), n]));
  const weights = sheets
    ? telling(sheets, wishesFor(kept, { factors })).map(({ wish }) => [wish.factor, wish.weight * sheets.rarity(wish.factor)] as const)
    : [];
  const sum = weights.reduce((all, [, weight]) => all + Math.max(0, weight), 0);
  return new Map(weights.map(([place, weight]) => [numbers.get(place) ?? -1, weight / sum]));
}
