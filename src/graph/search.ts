import { z } from 'zod';
import { fold } from '../names/fold.js';
import { page } from './declare.js';
import { BadInput } from './errors.js';

/** The kinds of thing that can be searched for; the API names them in capitals. */
const SEARCHABLE = ['Work', 'Song', 'Artist', 'Character', 'Goods', 'Organization', 'Franchise', 'Factor'] as const;

const named = `MATCH (@that)-[@named:NAMED]->(@name) WHERE NOT @name.spoiler AND any(@label IN labels(@that) WHERE @label IN $labels)`;
const fitting = (fit: string) => `${named} RETURN @that, @named, @name, ${fit} AS @fit LIMIT ${most}`;

/** Of each way to fit, so many names are looked at: a search costs the same however many names there are. */
const most = 200;

/**
 * The names that fit, each with how well: exact before those that begin so, before those that hold the words; official forms
 * before others. Of a thing's names the best one speaks for it. What most hangs on comes first among equals.
 */
const match = `
  CALL ($folded, $length, $words, $labels) {
    MATCH (@name:Name {folded: $folded}) ${fitting('1.0')}
    UNION ALL
    MATCH (@name:Name) WHERE @name.folded STARTS WITH $folded AND @name.folded <> $folded
    WITH @name ORDER BY @name.folded
    ${fitting('0.6 + 0.2 * $length / size(@name.folded)')}
    UNION ALL
    CALL db.index.fulltext.queryNodes('names', $words, {limit: ${5 * most}}) YIELD node AS @name, score AS @lucene
    ${fitting('0.2 + 0.3 * @lucene / (@lucene + 4.0)')}
  }
  WITH @that, @named, @name, max(@fit) AS @fit
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
    const text = checked(String(query));
    const folded = fold(text);
    return { folded, length: folded.length, words: words(text), labels: labelsOf(kinds) };
  },
});

const longest = 200;

function checked(query: string): string {
  if (query.trim() !== '' && query.length <= longest) return query;
  throw new BadInput(
    `query must have between 1 and ${longest} characters, but got ${query.trim() === '' ? 'none' : query.length}. Give a name or a part of one.`,
  );
}

function labelsOf(kinds: unknown): readonly string[] {
  return Array.isArray(kinds) ? SEARCHABLE.filter((label) => kinds.includes(label.toUpperCase())) : SEARCHABLE;
}

/** A Lucene query for names that hold all the words; one that fits nothing where there are no words. */
function words(query: string): string {
  const each = query
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}ー]+/u);
  const asked = each.filter((word) => word !== '' && !notIndexed.has(word));
  return asked.length === 0 ? '"\u0000"' : asked.map((word) => `+(${forms(word)})`).join(' ');
}

/** The index cuts Japanese, Chinese and Korean into pairs of letters: a word is a phrase of pairs, a single letter a part of one. Others are whole words. */
function forms(word: string): string {
  if (/^[\p{Script=Latin}\p{N}]+$/u.test(word)) return `${word} OR ${word}*`;
  return [...word].length === 1 ? `${word} OR ${word}* OR *${word}` : `"${word}" OR "${fold(word)}"`;
}

/** English words that the cjk analyzer leaves out. */
const notIndexed = new Set(
  'a an and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  ),
);
