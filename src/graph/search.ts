import { z } from 'zod';
import { beginningsOf } from '../names/beginnings.js';
import { fold } from '../names/fold.js';
import { hanKey } from '../names/han.js';
import { hiragana, katakana } from '../names/kana.js';
import { askedKeysOf, partWords } from '../names/keys.js';
import { divide } from '../names/parts.js';
import { type Spelling, spell } from '../names/spelling.js';
import { page } from './declare.js';
import { BadInput } from './errors.js';
import { labelsOf } from './ids.js';
import { exactly, mistyped, mistypedWord, popularFirst, startingWith } from './nameQuery.js';

/** The kinds of thing that can be searched for; the API names them in capitals. */
export const SEARCHABLE = ['Work', 'Song', 'Artist', 'Character', 'Goods', 'Organization', 'Campaign', 'Franchise', 'Factor'] as const;

/** Of each way to fit, so many names are looked at: a search costs the same however many names there are. */
const most = 200;

/**
 * The ways in which a name may fit, each with how well that is: hardly anything of a way is worth more than the next better one. What is
 * official comes first among equals of a way by `step`; a name of another part of its series than is asked for is worth `apart`.
 */
const ways = `
  {index: 'nameKeys', query: $same, fit: 1.0, step: 0.02, apart: 0.8, within: 0.0},
  {index: 'nameKeys', query: $alike, fit: 0.85, step: 0.02, apart: 0.9, within: 0.0},
  {index: 'nameKeys', query: $beginning, fit: 0.7, step: 0.0, apart: CASE $part WHEN [] THEN 0.98 ELSE 0.8 END, within: 0.0},
  {index: 'nameWords', query: $holding, fit: 0.2, step: 0.02, apart: 1.0, within: 0.3}`;
const mistypedWays = `
  {index: 'nameKeys', query: $mistyped, fit: 0.18, step: 0.02, apart: 0.8, within: 0.0},
  {index: 'nameWords', query: $mistypedWords, fit: 0.05, step: 0.02, apart: 1.0, within: 0.05}`;

/** Typing errors are looked for only where no more names fit without: it takes longer than all else. */
const few = 20;

const shown = `NOT @name.spoiler AND any(@label IN labels(@that) WHERE @label IN $labels)`;
const fitting = (some: string) => `
  UNWIND [${some}] AS @way
  CALL ($labels, @way) {
    WITH @way WHERE @way.query <> ''
    CALL db.index.fulltext.queryNodes(@way.index, @way.query, {limit: ${5 * most}}) YIELD node AS @name, score AS @lucene
    MATCH (@that)-[@named:NAMED]->(@name) WHERE ${shown}
    RETURN @that, @named, @name, @way.fit + @way.within * @lucene / (@lucene + 4.0) AS @found LIMIT ${most}
  }
  WITH @that, @named, @name, @way, @found, [@word IN split(@name.keys, ' ') WHERE @word STARTS WITH 'q:'] AS @said
  RETURN {that: @that, named: @named, name: @name, fit: @found * (1.0 - @way.step * @name.rank) *
    CASE WHEN size(@said) = size($part) AND all(@word IN $part WHERE @word IN @said) THEN 1.0 ELSE @way.apart END *
    CASE WHEN @way.fit < 1.0 OR toLower(@name.text) = $text THEN 1.0 ELSE 0.995 END} AS @fits`;

/** Where a part of a series is asked for by the names of another part: the names of that one. */
const ofSeries = `
  UNWIND CASE $part WHEN [] THEN [] ELSE [$same, $alike] END AS @query
  WITH @query WHERE @query <> ''
  CALL db.index.fulltext.queryNodes('nameKeys', @query, {limit: 20}) YIELD node AS @alias
  MATCH (@one:Work)-[:NAMED]->(@alias) WHERE NOT @alias.spoiler AND @one.series IS NOT NULL
  WITH DISTINCT @one.series AS @series LIMIT 5
  MATCH (@that:Work {series: @series})-[@named:NAMED]->(@name) WHERE ${shown} AND all(@word IN $part WHERE @word IN split(@name.keys, ' '))
  RETURN {that: @that, named: @named, name: @name, fit: 0.86 * (1.0 - 0.02 * @name.rank)} AS @fits LIMIT ${most}`;

/**
 * The names that fit, each with how well. Of a thing's names the best one speaks for it. What most hangs on comes first among equals, and of
 * what is about as popular the shortest.
 */
const match = `
  CALL ($text, $labels, $part, $same, $alike, $beginning, $holding) {${fitting(ways)}
    UNION ALL ${ofSeries}
  }
  WITH collect(@fits) AS @first
  CALL ($text, $labels, $part, $mistyped, $mistypedWords, @first) {
    UNWIND @first AS @fits RETURN @fits
    UNION ALL
    WITH @first WHERE size(@first) < ${few} ${fitting(mistypedWays)}
  }
  WITH @fits.that AS @that, @fits.named AS @named, @fits.name AS @name, @fits.fit AS @fit
  WITH @that, @named, @name, max(@fit) AS @score ORDER BY @score DESC, NOT toLower(@name.text) STARTS WITH $text, @name.rank, @name.text
  WITH @that, head(collect({named: @named, score: @score, length: size(@name.text)})) AS @best
  WITH @that, @best.named AS @named, @best.score AS @score, @best.length AS @length, COUNT { (@that)--() } AS @degree`;

/** Things by any of their names. */
export const search = page(SEARCHABLE, match, {
  row: {
    score: [z.number(), '@score'],
    matchedName: [z.looseObject({ type: z.literal('Name') }), 'RECORD(@named, Name)'],
  },
  order: [
    { by: '@score', descending: true },
    { by: 'toInteger(log(1 + @degree) / log(2))', descending: true },
    { by: '@length' },
    { by: '@degree', descending: true },
  ],
  given: ({ query, kinds }) => {
    const text = checked(String(query));
    const labels = labelsOf(kinds, SEARCHABLE);
    return { text: text.toLowerCase(), labels, ...asked(text, labels) };
  },
});

const longest = 200;

function checked(query: string): string {
  if (query.trim() !== '' && query.length <= longest) return query;
  throw new BadInput(
    `query must have between 1 and ${longest} characters, but got ${query.trim() === '' ? 'none' : query.length}. Give a name or a part of one.`,
  );
}

/** The queries of the ways, empty where nothing fits so. Of kanji no reading is guessed: what only sounds alike is not what is typed. */
function asked(text: string, labels: readonly string[]) {
  const spelling = spell(text, { language: null, readings: false });
  const same = `k:${spelling.folded}`;
  const keys = askedKeysOf(spelling).filter((key) => key !== same && isMeant(key, spelling));
  const query = (clauses: readonly string[]) => popularFirst(clauses, labels.length < SEARCHABLE.length ? labels : []);
  const words = wordsOf(text);
  return {
    part: partWords(spelling.part),
    same: query([exactly(same)]),
    alike: query(keys.map(exactly)),
    beginning: query(beginningKeys(text).map(startingWith)),
    holding: words.map((word) => `+(${forms(word)})`).join(' '),
    mistyped: query([same, ...keys.filter((key) => /^[rR]:/.test(key))].flatMap(mistyped)),
    mistypedWords: mistypedWords(words),
  };
}

/** Not what two names only have in common: consonants, initials, sounds in a third language, a single letter. */
function isMeant(key: string, { folded, initials }: Spelling): boolean {
  if (key.startsWith('p:')) return key === `p:${folded}`;
  if (key.startsWith('o:')) return /\p{Script=Hangul}/u.test(folded);
  return key.length > 3 && !key.startsWith('s:') && key !== `i:${initials}`;
}

/** What the keys of names that begin so begin with, whether or not what looks like a season is one. */
function beginningKeys(text: string): readonly string[] {
  const begun = [...new Set([text, divide(text).base])];
  const folded = begun.map((each) => hanKey(fold(each)));
  const sounds = /\p{Script=Han}/u.test(text) ? [] : begun.flatMap(beginningsOf);
  return [
    ...folded.map((each) => `k:${each}`),
    ...sounds.flatMap((each) => [`r:${each}`, `R:${each}`]),
    ...folded.flatMap((each) => (/^[a-z]+$/.test(each) ? [`p:${each}`] : [])),
  ];
}

/** The words of a query; some English ones are in no index. */
function wordsOf(query: string): readonly string[] {
  const each = query
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}ー]+/u);
  return each.filter((word) => word !== '' && !notIndexed.has(word));
}

/** The index cuts Japanese, Chinese and Korean into pairs of letters: a word is a phrase of pairs, a single letter a part of one. Others are whole words. */
function forms(word: string): string {
  if (!inPairs.test(word)) return `${word} OR ${word}*`;
  if ([...word].length === 1) return `${word} OR ${word}* OR *${word}`;
  return [...new Set([word, hiragana(word), katakana(word)])].map((each) => `"${each}"`).join(' OR ');
}

const inPairs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/** Names that hold all the words, one or more of them with a typing error; an error in Japanese, Chinese or Korean has other pairs. */
function mistypedWords(words: readonly string[]): string {
  const each = words.map((word) => (inPairs.test(word) ? [] : mistypedWord(word)));
  return each.every((found) => found.length === 0)
    ? ''
    : words.map((word, place) => `+(${[forms(word), ...(each[place] ?? [])].join(' OR ')})`).join(' ');
}

/** English words that the cjk analyzer leaves out. */
const notIndexed = new Set(
  'a an and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  ),
);
