import { describe, expect, test } from '@jest/globals';
import { readExamples } from '../src/explorer/examples.js';
import { executor } from './support/execute.js';
import { questions } from './support/questions.js';

const compiled = await executor('compiled');
const interpreted = await executor('interpreted');

const byMal = 'externalId: { site: MAL, value: "44511" }';
const asked = await questions(compiled);
const [q1 = '', q2 = ''] = Object.values(asked);
const song = q1.match(/sng_[0-9a-z]+/)?.[0];

describe('a compiled operation sends one statement, whatever its lists hold', () => {
  test.each(Object.entries(asked))('%s', async (_name, query) => {
    const { data, errors, statements } = await compiled(query);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data).length).toBeGreaterThan(300);
    expect(statements).toHaveLength(1);
  });
});

/** What names mean is found out by look-ups of its own: exact ones, near ones, those in a series; then what is meant is read. */
const further: Readonly<Record<string, number>> = {
  'What names mean': 4,
  // What is matched is kept in memory.
  'What fits a text, and why': 0,
  // A statement for each kind of what is liked.
  'What whoever likes these may like as well, across kinds': 2,
  'Which songs and characters fit a brand, and which brands fit a song': 0,
};

test.each(readExamples())("the explorer's example is one statement, or as many as its look-ups: $title", async ({ title, query, variables }) => {
  const { errors, statements } = await compiled(query, variables);
  expect(errors).toEqual([]);
  expect(statements).toHaveLength(further[title] ?? 1);
});

test('several questions in one operation are one statement too', async () => {
  const { data, errors, statements } = await compiled(`{
    song(id: "${song}") { title { original } tieUps { nodes { work { title { original } } } } }
    work(${byMal}) { characters(first: 3) { nodes { name { original } } } }
    kanji: search(query: "鬼滅", first: 2) { nodes { id } }
    kana: search(query: "きめつ", first: 2) { nodes { id } }
    songs(first: 2) { nodes { id } } sources { key }
  }`);
  expect(errors).toEqual([]);
  expect(Object.keys(data ?? {})).toEqual(['song', 'work', 'kanji', 'kana', 'songs', 'sources']);
  expect(statements).toHaveLength(1);
});

describe('an interpreted operation sends one statement an edge and level', () => {
  test('Q1: the song, its artists, its tie-ups, their count; then the artist of each credit and the work of each tie-up', async () => {
    const { statements } = await interpreted(q1);
    expect(statements).toHaveLength(6);
  });

  test("Q2: the work, two lists; the song of each tie-up, character and voices of each appearance; then credits and voices' artists; then the credits' artists", async () => {
    const { statements } = await interpreted(q2);
    expect(statements).toHaveLength(9);
  });

  test('as many for a hundred works as for one', async () => {
    const of = (first: number) =>
      `{ works(first: ${first}, orderBy: [{ field: START, direction: DESC }]) { nodes { tieUps { nodes { song { title { original } } } } } } }`;
    const [one, many] = [await interpreted(of(1)), await interpreted(of(100))];
    expect(many.errors).toEqual([]);
    expect(many.statements.length).toBeLessThanOrEqual(Math.max(3, one.statements.length));
  });
});

test('thirty questions in flight share their statements', async () => {
  const ids = await compiled('{ songs(first: 30) { nodes { id } } }');
  const songs = JSON.stringify(ids.data).match(/sng_[0-9a-z]+/g) ?? [];
  const query =
    'query ($id: ID!) { song(id: $id) { title { original } artists { artist { name { original } } } tieUps { nodes { work { title { original } } } } } }';
  const answers = await Promise.all(songs.map((id) => compiled(query, { id })));
  expect(songs).toHaveLength(30);
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  // Questions asked at once are not told apart: the last to end has seen the statements of all.
  expect(Math.max(...answers.map(({ statements }) => statements.length))).toBeLessThanOrEqual(3);
});

test('a hundred mixed ids send one statement a type', async () => {
  const { data } = await compiled('{ songs(first: 30) { nodes { id } } works(first: 40) { nodes { id } } artists(first: 30) { nodes { id } } }');
  const ids = JSON.stringify(data).match(/[a-z]{3}_[0-9a-z]+/g) ?? [];
  const { errors, statements } = await interpreted('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(ids).toHaveLength(100);
  expect(errors).toEqual([]);
  expect(statements).toHaveLength(3);
});

test('a thousand different documents over the same edges make only a few statement texts', async () => {
  const texts = new Set<string>();
  const fields = ['id', 'title { original }', 'title { kana }', 'medium', 'format', 'start { year }', 'season', 'officialSite'];
  for (let document = 0; document < 1000; document += 1) {
    const chosen = fields.filter((_field, index) => (document >> index) & 1).join(' ');
    const query = `query N${document} { work(${byMal}) { id ${chosen} tieUps(first: ${(document % 50) + 1}) { nodes { kind song { id } } } } }`;
    const { statements, errors } = await compiled(query);
    expect(errors).toEqual([]);
    for (const text of statements) texts.add(text);
  }
  expect(texts.size).toBe(1);
}, 120_000);
