import { z } from 'zod';
import { fold } from '../names/fold.js';
import { page } from './declare.js';

/** The kinds of thing that can be searched for; the API names them in capitals. */
const SEARCHABLE = ['Work', 'Song', 'Artist', 'Character', 'Goods', 'Organization', 'Franchise', 'Factor'] as const;

/**
 * The names that fit, each with how well: exact before those that begin so, before those that hold the words; official forms
 * before others. Of a thing's names the best one speaks for it. What most hangs on comes first among equals.
 */
const match = `
  CALL () {
    MATCH (@name:Name {folded: $folded}) RETURN @name, 1.0 AS @fit
    UNION ALL
    MATCH (@name:Name) WHERE @name.folded STARTS WITH $folded AND @name.folded <> $folded RETURN @name, 0.6 + 0.2 * $length / size(@name.folded) AS @fit
    UNION ALL
    CALL db.index.fulltext.queryNodes('names', $words) YIELD node AS @name, score AS @lucene
    RETURN @name, 0.2 + 0.3 * @lucene / (@lucene + 4.0) AS @fit
  }
  WITH @name, max(@fit) AS @fit WHERE NOT @name.spoiler
  MATCH (@that)-[@named:NAMED]->(@name) WHERE any(@label IN labels(@that) WHERE @label IN $labels)
  WITH @that, @named, @fit * (1.0 - 0.02 * @name.rank) AS @score ORDER BY @score DESC, @name.text
  WITH @that, head(collect({named: @named, score: @score})) AS @best
  WITH @that, @best.named AS @named, @best.score AS @score, COUNT { (@that)--() } AS @degree`;

/** Things by any of their names. */
export const search = page(SEARCHABLE, match, {
  row: {
    score: [z.number(), '@score'],
    matchedName: [z.looseObject({ type: z.literal('Name') }), 'RECORD(@named, Name)'],
  },
  order: [
    { by: '@score', descending: true },
    { by: '@degree', descending: true },
  ],
  given: ({ query, kinds }) => {
    const folded = fold(String(query));
    return { folded, length: folded.length, words: words(String(query)), labels: labelsOf(kinds) };
  },
});

function labelsOf(kinds: unknown): readonly string[] {
  return Array.isArray(kinds) ? SEARCHABLE.filter((label) => kinds.includes(label.toUpperCase())) : SEARCHABLE;
}

/** A Lucene query for names that hold all the words: each as a phrase, since the index cuts Japanese into pairs of letters. */
function words(query: string): string {
  const each = query
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{M}ー]+/u)
    .filter((word) => word !== '');
  return each.length === 0 ? '"\u0000"' : each.map((word) => `+${wordOrBeginning(word)}`).join(' ');
}

function wordOrBeginning(word: string): string {
  return /^[\p{Script=Latin}\p{N}]+$/u.test(word) ? `(${word.toLowerCase()} OR ${word.toLowerCase()}*)` : `"${word}"`;
}
