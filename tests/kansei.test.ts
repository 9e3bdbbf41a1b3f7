import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readFactFiles } from '../seeds/factFiles.js';
import type { Told } from '../seeds/factModel.js';
import { factsOf } from '../seeds/factStatements.js';
import { bgmdFactors } from '../seeds/sources/bgmdFactors.js';
import { factsFolder } from '../seeds/stamps.js';
import { fold } from '../src/names/fold.js';
import { given, rowsOf } from './support/sharedFacts.js';

type Term = Told<'factors'> & { readonly key: string; readonly file: string };

const terms: readonly Term[] = readFactFiles(factsFolder).files.flatMap(({ name: file, facts }) =>
  Object.entries(facts.factors ?? {}).map(([key, term]) => ({ ...term, key, file })),
);
const byKey = new Map(terms.map((term) => [term.key, term]));

/** Facets of works, characters, brands and artists; all others are of songs. */
const others = ['Genre', 'Theme', 'Tone', 'character', 'brand', 'person'];
const ofSongs = terms.filter(({ facet }) => !others.includes(facet));
const inFacets = (...facets: readonly string[]) => terms.filter(({ facet }) => facets.includes(facet));
const keysOf = (found: readonly Term[]) => found.map(({ key }) => key);

describe('the kansei taxonomy has', () => {
  const subFacet = (name: string) => terms.filter((term) => term.subFacet === name);

  test.each([
    ['terms of songs', 400, ofSongs.length],
    ['facets of songs', 12, new Set(ofSongs.map(({ facet }) => facet)).size],
    ['tones, themes and genres of works', 60, inFacets('Genre', 'Theme', 'Tone').length],
    ['temperaments and roles of characters', 40, inFacets('character').length],
    ['roles of characters', 15, subFacet('role').length],
    ['values of brands', 30, inFacets('brand').length],
    ['terms under a broader one', 300, terms.filter(({ broader }) => broader).length],
    ['pairs of opposites', 100, terms.filter(({ opposite }) => opposite).length],
  ])('enough %s: at least %d', (_, least, count) => {
    expect(count).toBeGreaterThanOrEqual(least);
  });
});

describe('each term', () => {
  test('has a key of its own, in a file of the taxonomy', () => {
    expect(byKey.size).toBe(terms.length);
    expect(terms.filter(({ file }) => !file.startsWith('kansei-'))).toEqual([]);
  });

  test('is called something in English, Japanese, Chinese and Korean', () => {
    const languages = ['ja', 'zh-Hans', 'zh-Hant', 'ko'] as const;
    expect(keysOf(terms.filter(({ name }) => !/^\P{Script=Han}+$/u.test(name.original) || languages.some((each) => !name[each])))).toEqual([]);
    expect(keysOf(terms.filter(({ name }) => !/\p{Script=Hangul}/u.test(name.ko ?? '')))).toEqual([]);
    expect(keysOf(terms.filter(({ name }) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(`${name['zh-Hans']}${name['zh-Hant']}`)))).toEqual([]);
  });

  test('is defined by a sentence of English and one of Japanese, which are of no other term', () => {
    expect(keysOf(terms.filter(({ definition }) => !definition?.en.endsWith('.') || !definition.ja.endsWith('。')))).toEqual([]);
    expect(repeated(terms.map(({ facet, definition }) => `${facet}: ${definition?.en}`))).toEqual([]);
    expect(repeated(terms.map(({ facet, definition }) => `${facet}: ${definition?.ja}`))).toEqual([]);
  });

  test('shares no name with another of its facet', () => {
    const called = ({ facet, name }: Term) => {
      const texts = [name.original, name.ja, name['zh-Hans'], name['zh-Hant'], name.ko, ...(name.aliases ?? [])];
      return [...new Set(texts.map((text) => `${facet}: ${fold(text ?? '')}`))];
    };
    expect(repeated(terms.flatMap(called))).toEqual([]);
  });

  test('has an opposite of its own facet, whose opposite it is', () => {
    const pairs = terms.flatMap(({ key, opposite }) => (opposite ? [[key, opposite] as const] : []));
    expect(pairs.filter(([one, other]) => one === other || byKey.get(one)?.facet !== byKey.get(other)?.facet)).toEqual([]);
    // Told of one side or of both; nothing is the opposite of two.
    const told = [...new Set(pairs.map((pair) => pair.toSorted().join(' ')))];
    expect(repeated(told.flatMap((pair) => pair.split(' ')))).toEqual([]);
  });

  test('is narrower than a term of its own facet, and not broader than itself', () => {
    expect(keysOf(terms.filter(({ facet, broader }) => broader && byKey.get(broader)?.facet !== facet))).toEqual([]);
    expect(keysOf(terms.filter(({ key }) => above(key).includes(key)))).toEqual([]);
  });
});

describe('the taxonomy holds', () => {
  test.each(bgmdFactors.map(({ en, facet }) => [en, facet] as const))('%s, a %s of works that tags stand for', (en, facet) => {
    const same = terms.filter((term) => term.facet === facet && term.name.original === en);
    const { ja, zh } = bgmdFactors.find((each) => each.en === en && each.facet === facet) ?? {};
    expect(same.map(({ name }) => [name.ja, name['zh-Hans']])).toEqual([[ja, zh]]);
  });

  const facetsOfSheet = [...new Set(terms.map(({ facet }) => facet))];
  const title = given
    ? 'every value of the sheet of KICK BACK'
    : 'SKIPPED, since ../shared/facts is not there: every value of the sheet of KICK BACK';
  (given ? test : test.skip)(title, () => {
    const told = ['title', 'kana', 'english name', 'artist', 'release date', 'tie-up', 'profile', 'related artist'];
    const values = rowsOf('song-sheet-kick-back.tsv').flatMap(([facet = '', subFacet = '', value = '']) =>
      told.includes(subFacet) ? [] : termsIn(subFacet, value).map((term) => [facet, subFacet, term] as const),
    );
    expect(values.length).toBe(25);
    expect(values.filter(([facet]) => !facetsOfSheet.includes(facet))).toEqual([]);
    const held = new Set(terms.map(({ facet, subFacet, name }) => [facet, subFacet, name.original].join(': ')));
    expect(values.map((value) => value.join(': ')).filter((value) => !held.has(value))).toEqual([]);
  });
});

test('definitions and opposites are carried to the loader', () => {
  const tellings = terms.flatMap((told) =>
    told.key === 'impression-tense' ? [{ section: 'factors', key: told.key, source: 'curated', told } as const] : [],
  );
  const { things, facts } = factsOf({ tellings, relations: [], tieUps: [], related: [] });
  const { definition, words } = byKey.get('impression-tense') ?? {};
  expect(things.map(({ ref, fields }) => ({ ref, fields }))).toEqual([
    {
      ref: 'Factor:impression-tense',
      fields: { facet: 'song impression', subFacet: 'impression', definition: definition?.en, definitionJa: definition?.ja, words },
    },
  ]);
  expect(facts).toEqual([
    { type: 'OPPOSITE_OF', from: 'Factor:impression-tense', to: 'Factor:impression-relaxed', source: 'curated', identity: {}, says: {} },
  ]);
});

/** What stands more than once in a list. */
const repeated = (list: readonly string[]) => list.filter((each, index) => list.indexOf(each) !== index);

/** The broader terms of a term, up to the widest or to where they come round again. */
function above(key: string): readonly string[] {
  const found: string[] = [];
  let next = byKey.get(key)?.broader;
  while (next !== undefined && !found.includes(next)) {
    found.push(next);
    next = byKey.get(next)?.broader;
  }
  return found;
}

/** Of genres and styles a cell of the sheet tells several, `Japanese music / Pops, Rock / Utaite`; a value of another facet may have a stroke of its own. */
const termsIn = (subFacet: string, value: string) => (['genre', 'artist style'].includes(subFacet) ? value.split(/ \/ |, /) : [value]);

test('sentences that are labelled for the reading of texts speak in terms that there are', () => {
  for (const part of ['dev', 'held']) {
    const lines = readFileSync(new URL(`eval/text/${part}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const labels = lines.flatMap((line) => {
      const { says, denies, also, alsoDenies = [] } = JSON.parse(line) as Labelled;
      return [...says.map(({ factor }) => factor), ...denies, ...also, ...alsoDenies];
    });
    expect(labels.filter((label) => !byKey.has(label))).toEqual([]);
    expect(lines).toHaveLength(160);
  }
});

interface Labelled {
  readonly says: readonly { readonly factor: string }[];
  readonly denies: readonly string[];
  readonly also: readonly string[];
  readonly alsoDenies?: readonly string[];
}
