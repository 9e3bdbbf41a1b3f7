import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Loaded, load } from '../seeds/loader.js';
import type { Rejected } from '../seeds/source.js';
import { skos } from '../seeds/sources/skos.js';
import { ensureIndexes } from '../src/graph/indexes.js';
import { type Editable, startEditable } from './support/editable.js';
import { named, source, told } from './support/smallSources.js';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'musubi-skos-'));
let world: Editable;

beforeAll(async () => {
  world = await startEditable();
  await ensureIndexes(world.driver, world.database);
});

afterAll(async () => {
  await world?.stop();
  rmSync(folder, { recursive: true });
});

const clear = async () => {
  await world.driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: world.database });
};

const into = () => ({ driver: world.driver, database: world.database });

function written(name: string, document: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof document === 'string' ? document : JSON.stringify(document));
  return path;
}

/** Loads a document as a file of that name; gives what came of it, and why what was rejected was. */
async function bring(name: string, document: unknown): Promise<Loaded & { readonly reasons: readonly string[] }> {
  const rejected: Rejected[] = [];
  const loaded = await load(into(), skos, written(name, document), { onRejected: (each) => rejected.push(each) });
  return { ...loaded, reasons: rejected.map(({ place, reason }) => `${place}: ${reason}`) };
}

interface Exported {
  readonly '@context': Readonly<Record<string, unknown>>;
  readonly '@graph': readonly Readonly<Record<string, unknown>>[];
}

async function exported(): Promise<Exported> {
  const response = await fetch(`${world.url}/taxonomy.jsonld`);
  expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({
    status: 200,
    type: 'application/ld+json; charset=utf-8',
  });
  return JSON.parse(await response.text());
}

/** A concept of the export by its English label. */
const conceptIn = ({ '@graph': graph }: Exported, label: string) =>
  graph.find(({ '@type': type, prefLabel }) => type === 'Concept' && Object(prefLabel).en === label);

const SKOS = 'http://www.w3.org/2004/02/skos/core#';

/** Two facets, one of them with a sub-facet; with words of its own for everything. */
const moods = {
  '@context': {
    s: SKOS,
    dc: 'http://purl.org/dc/terms/',
    '@base': 'https://example.org/moods/',
    id: '@id',
    type: '@type',
    name: { '@id': 's:prefLabel', '@container': '@language' },
    wider: { '@id': 's:broader', '@type': '@id' },
    holds: { '@id': 's:member', '@type': '@id' },
    against: { '@id': 'urn:musubi:opposite', '@type': '@id' },
  },
  '@graph': [
    {
      id: '',
      type: 's:ConceptScheme',
      'dc:title': 'Moods of mine',
      'dc:license': { id: 'https://spdx.org/licenses/CC0-1.0' },
      's:hasTopConcept': { id: 'bright', type: 's:Concept', name: { en: 'Bright', ja: '明るい', 'zh-Hans': '明亮' } },
    },
    { id: 'mood', type: 's:Collection', name: { en: 'mood', ja: '気分' }, holds: ['mood/light', 'tense'] },
    { id: 'mood/light', type: 's:Collection', name: { en: 'light' }, holds: ['bright', 'cheerful'] },
    { id: 'voice', type: 's:Collection', name: { en: 'voice' }, holds: ['husky'] },
    {
      id: 'cheerful',
      type: 's:Concept',
      name: { en: 'Cheerful', ja: '陽気な', ko: '쾌활한' },
      's:altLabel': ['merry', { '@value': '朗らか', '@language': 'ja' }],
      's:hiddenLabel': ['うきうき', 'るんるん'],
      's:definition': [
        { '@value': 'In good spirits.', '@language': 'en' },
        { '@value': '機嫌がよい。', '@language': 'ja' },
      ],
      wider: 'bright',
      against: 'tense',
    },
    { id: 'tense', type: 's:Concept', name: { en: 'Tense', ja: '緊迫した', 'zh-Hant': '緊張' }, against: 'cheerful' },
    { id: 'husky', type: 's:Concept', name: { en: 'Husky', ja: 'ハスキー' }, 's:related': { id: 'tense' } },
  ],
};

/** The same as an expanded document: without a context, concepts within collections. */
const expanded = [
  {
    '@id': 'https://example.org/genres',
    '@type': [`${SKOS}ConceptScheme`],
    [`${SKOS}prefLabel`]: [{ '@value': 'genre', '@language': 'en' }],
    'http://purl.org/dc/terms/rights': [{ '@value': 'For friends' }],
  },
  {
    '@id': 'https://example.org/genres#rock',
    '@type': [`${SKOS}Concept`],
    [`${SKOS}prefLabel`]: [
      { '@value': 'Rock', '@language': 'en' },
      { '@value': 'ロック', '@language': 'ja' },
      { '@value': '록', '@language': 'ko' },
    ],
    [`${SKOS}inScheme`]: [{ '@id': 'https://example.org/genres' }],
    [`${SKOS}narrower`]: [
      {
        '@id': 'https://example.org/genres#punk',
        '@type': [`${SKOS}Concept`],
        [`${SKOS}prefLabel`]: [{ '@value': 'パンク', '@language': 'ja' }],
        [`${SKOS}inScheme`]: [{ '@id': 'https://example.org/genres' }],
      },
    ],
  },
];

describe('a SKOS file is loaded', () => {
  beforeEach(clear);

  test('as terms with facets, names in three languages, broader terms, opposites, related terms', async () => {
    expect(await bring('moods.jsonld', moods)).toMatchObject({ source: 'skos:moods', loaded: 4, open: 0, rejected: 0, reasons: [] });
    const { data } =
      await world.ask(`{ factors { nodes { facet subFacet definition(lang: "ja") name { original ja: text(lang: "ja") ko: text(lang: "ko") }
      broader { name { original } } opposites { name { original } } } } sources { key title licence url } }`);
    const named = (original: string) => ({ name: { original } });
    expect(data).toEqual({
      factors: {
        nodes: [
          {
            facet: 'mood',
            subFacet: null,
            definition: null,
            name: { original: 'Tense', ja: '緊迫した', ko: 'Tense' },
            broader: null,
            opposites: [named('Cheerful')],
          },
          {
            facet: 'mood',
            subFacet: 'light',
            definition: null,
            name: { original: 'Bright', ja: '明るい', ko: 'Bright' },
            broader: null,
            opposites: [],
          },
          {
            facet: 'mood',
            subFacet: 'light',
            definition: '機嫌がよい。',
            name: { original: 'Cheerful', ja: '陽気な', ko: '쾌활한' },
            broader: named('Bright'),
            opposites: [named('Tense')],
          },
          {
            facet: 'voice',
            subFacet: null,
            definition: null,
            name: { original: 'Husky', ja: 'ハスキー', ko: 'Husky' },
            broader: null,
            opposites: [],
          },
        ],
      },
      sources: [{ key: 'skos:moods', title: 'Moods of mine', licence: 'CC0-1.0', url: 'https://example.org/moods/' }],
    });
  });

  test('twice, and nothing changes', async () => {
    await bring('moods.jsonld', moods);
    const before = await world.held();
    expect(await bring('moods.jsonld', moods)).toMatchObject({ changed: 0, withdrawn: 0 });
    expect(await world.held()).toEqual(before);
  });

  test('expanded: the facet is the scheme, and narrower is broader the other way round', async () => {
    expect((await bring('genres.jsonld', expanded)).reasons).toEqual([]);
    const { data } = await world.ask('{ factors { nodes { facet name { original } broader { name { original } } } } sources { licence } }');
    expect(data).toEqual({
      factors: {
        nodes: [
          { facet: 'genre', name: { original: 'Rock' }, broader: null },
          { facet: 'genre', name: { original: 'パンク' }, broader: { name: { original: 'Rock' } } },
        ],
      },
      sources: [{ licence: 'For friends' }],
    });
  });

  test('with a context that is known by its name', async () => {
    const document = {
      '@context': SKOS,
      '@id': 'https://example.org/voice',
      '@type': 'Collection',
      member: { '@id': 'https://example.org/husky', '@type': 'Concept', prefLabel: { en: 'Husky' } },
    };
    expect(await bring('known.jsonld', document)).toMatchObject({ loaded: 1, reasons: [] });
  });

  test('and joined to what is there: by an id of ours, else by a name in the facet', async () => {
    const factor = (ref: string, facet: string, text: string) => told({ type: 'Factor', ref, fields: { facet }, names: named(text, 'en') });
    const opposite = told({ type: 'Factor', ref: 'tense', record: 'more', facts: [{ type: 'OPPOSITE_OF', other: 'bright' }] });
    const terms = [factor('bright', 'mood', 'Bright'), factor('tense', 'mood', 'Tense'), factor('other', 'sound', 'Tense')];
    await load(into(), source('madb', [...terms, opposite]), '');
    const { data } = await world.ask('{ factors(where: {term: {in: ["Bright"]}}) { nodes { id } } }');
    const [{ id }] = Object(data).factors.nodes;
    const loaded = await bring('mine.jsonld', {
      '@context': { '@vocab': SKOS, musubi: 'urn:musubi:', broader: { '@type': '@id' } },
      '@id': 'https://example.org/mood',
      '@type': 'Collection',
      prefLabel: 'mood',
      member: [
        {
          '@id': `musubi:${id}`,
          '@type': 'Concept',
          prefLabel: { '@value': 'Radiant', '@language': 'en' },
          'musubi:opposite': { '@id': 'https://example.org/t' },
        },
        { '@id': 'https://example.org/t', '@type': 'Concept', prefLabel: { '@value': 'tense', '@language': 'en' } },
        { '@id': 'https://example.org/gleaming', '@type': 'Concept', prefLabel: 'Gleaming', broader: `musubi:${id}` },
      ],
    });
    expect(loaded).toMatchObject({ reasons: [], open: 0 });
    const answer = await world.ask('{ factors { nodes { facet name { original } broader { id } opposites { name { original } } } } }');
    expect(answer.data).toEqual({
      factors: {
        nodes: [
          { facet: 'mood', name: { original: 'Gleaming' }, broader: { id }, opposites: [] },
          { facet: 'mood', name: { original: 'Radiant' }, broader: null, opposites: [{ name: { original: 'tense' } }] },
          { facet: 'mood', name: { original: 'tense' }, broader: null, opposites: [{ name: { original: 'Radiant' } }] },
          { facet: 'sound', name: { original: 'Tense' }, broader: null, opposites: [] },
        ],
      },
    });
  });
});

describe('the taxonomy is served as SKOS', () => {
  beforeAll(async () => {
    await clear();
    await bring('moods.jsonld', moods);
  });

  test('a concept with all that is told of it', async () => {
    const document = await exported();
    const [cheerful, bright, tense, husky] = ['Cheerful', 'Bright', 'Tense', 'Husky'].map((label) => conceptIn(document, label));
    const id = String(cheerful?.['notation']);
    expect(id).toMatch(/^fac_[0-9a-z]+$/);
    expect(cheerful).toEqual({
      '@id': `musubi:${id}`,
      '@type': 'Concept',
      notation: id,
      inScheme: 'musubi:kansei',
      prefLabel: { en: 'Cheerful', ja: '陽気な', ko: '쾌활한' },
      altLabel: { '@none': ['merry'], ja: ['朗らか'] },
      hiddenLabel: { '@none': ['うきうき', 'るんるん'] },
      definition: { en: 'In good spirits.', ja: '機嫌がよい。' },
      broader: [bright?.['@id']],
      opposite: [tense?.['@id']],
      source: ['musubi:source:skos:moods'],
      license: ['https://spdx.org/licenses/CC0-1.0'],
    });
    expect(bright).toMatchObject({ topConceptOf: 'musubi:kansei', narrower: [`musubi:${id}`], prefLabel: { 'zh-Hans': '明亮' } });
    expect(tense).toMatchObject({ opposite: [`musubi:${id}`], related: [husky?.['@id']] });
  });

  test('facets, sub-facets, the scheme and the source', async () => {
    const document = await exported();
    const iri = (label: string) => conceptIn(document, label)?.['@id'];
    const collection = (path: string, label: string, member: readonly unknown[]) => ({
      '@id': `musubi:facet/${path}`,
      '@type': 'Collection',
      prefLabel: { en: label },
      inScheme: 'musubi:kansei',
      member,
    });
    const [scheme, ...others] = document['@graph'].filter(({ '@type': type }) => type !== 'Concept');
    expect(scheme).toMatchObject({ '@id': 'musubi:kansei', '@type': 'ConceptScheme', source: ['musubi:source:skos:moods'] });
    expect(new Set([scheme?.['hasTopConcept']].flat())).toEqual(new Set([iri('Bright'), iri('Tense'), iri('Husky')]));
    expect(others).toEqual([
      collection('mood', 'mood', ['musubi:facet/mood/light', iri('Tense')]),
      collection('mood/light', 'light', [iri('Bright'), iri('Cheerful')].toSorted()),
      collection('voice', 'voice', [iri('Husky')]),
      {
        '@id': 'musubi:source:skos:moods',
        title: { '@none': 'Moods of mine' },
        license: ['https://spdx.org/licenses/CC0-1.0'],
        seeAlso: 'https://example.org/moods/',
      },
    ]);
  });
});

test.each([
  ['compact', moods],
  ['expanded', expanded],
])('what is served of a file that was %s, loaded into an empty graph, is served the same', async (name, document) => {
  await clear();
  await bring(`${name}.jsonld`, document);
  const first = await exported();
  await clear();
  expect((await bring('served.jsonld', first)).reasons).toEqual([]);
  expect(await exported()).toEqual(first);
});

describe('what is wrong is told with the rule, the value and the way out', () => {
  beforeEach(clear);

  const concept = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
    '@id': `https://example.org/${name}`,
    '@type': 'Concept',
    prefLabel: name,
    inScheme: { '@id': 'https://example.org/mood', '@type': 'ConceptScheme' },
    ...more,
  });
  const to = (name: string) => ({ '@id': `https://example.org/${name}` });
  const bringAll = (...graph: readonly object[]) => bring('bad.jsonld', { '@context': { '@vocab': SKOS }, '@graph': graph });

  test('no concept', async () => {
    await expect(bringAll({ '@id': 'https://example.org/mood', '@type': 'ConceptScheme', prefLabel: 'mood' })).rejects.toThrow(
      `A SKOS file must have a skos:Concept, but bad.jsonld has none; see that its @context leads to ${SKOS}Concept.`,
    );
  });

  test('a ring of broader concepts: they are taken without it', async () => {
    const { reasons, loaded } = await bringAll(
      concept('a', { broader: to('b') }),
      concept('b', { broader: to('a') }),
      concept('c', { broader: to('a') }),
    );
    const ring = (...names: readonly string[]) =>
      `bad.jsonld https://example.org/${names[0]}: A skos:Concept can't be broader than itself, but skos:broader leads ${names.map((name) => `https://example.org/${name}`).join(' → ')}; take one of these steps out.`;
    expect(reasons).toEqual([ring('a', 'b', 'a'), ring('b', 'a', 'b')]);
    expect(loaded).toBe(3);
  });

  test('two preferred labels in a language', async () => {
    const twice = ['A', 'B'].map((text) => ({ '@value': text, '@language': 'en' }));
    expect((await bringAll(concept('a', { prefLabel: twice }), concept('b'))).reasons).toEqual([
      'bad.jsonld https://example.org/a: A skos:Concept has one skos:prefLabel a language, but https://example.org/a has "A" and "B" in en; make all but one of them a skos:altLabel.',
    ]);
  });

  test('a broader concept that is nowhere', async () => {
    expect((await bringAll(concept('a', { broader: to('z') }))).reasons).toEqual([
      'bad.jsonld https://example.org/a: skos:broader must lead to a skos:Concept that is in this file and can be taken, or to a term of Musubi (urn:musubi:fac_…), but https://example.org/a leads to https://example.org/z; add that one, or take this out.',
    ]);
  });

  test('a broader concept of ours that is not in this graph is asked for', async () => {
    expect(await bringAll(concept('a', { broader: { '@id': 'urn:musubi:fac_nowhere' } }))).toMatchObject({ loaded: 1, open: 1, reasons: [] });
  });

  test('no label, no id, no facet, two facets, a language that is none', async () => {
    const { reasons } = await bringAll(
      concept('a', { prefLabel: [] }),
      { ...concept('b'), '@id': undefined },
      concept('c', { inScheme: [] }),
      concept('d', { inScheme: [to('mood'), { '@id': 'https://example.org/voice', '@type': 'ConceptScheme' }] }),
      concept('e', { prefLabel: { '@value': 'E', '@language': 'english' } }),
      concept('f'),
    );
    const at = (name: string, reason: string) => `bad.jsonld https://example.org/${name}: ${reason}`;
    expect(reasons.toSorted()).toEqual(
      [
        'bad.jsonld _:b0: A skos:Concept must have an @id, so that it is the same one when it is loaded again, but this one has none; give it one.',
        at('a', 'A skos:Concept must have a skos:prefLabel, but https://example.org/a has none; give it one.'),
        at(
          'c',
          'A skos:Concept must be in a skos:Collection or skos:ConceptScheme, which is its facet, but https://example.org/c is in none; make it a skos:member of one.',
        ),
        at(
          'd',
          'A skos:Concept is in one facet, but https://example.org/d is in mood and in voice; make it a skos:member of one skos:Collection only.',
        ),
        at('e', 'A language is a BCP 47 tag such as ja or zh-Hans, but https://example.org/e has labels in "english"; write its tag.'),
      ].toSorted(),
    );
  });

  test('a context that would have to be fetched', async () => {
    await expect(bring('far.jsonld', { '@context': ['https://example.org/context.jsonld'], '@id': 'a' })).rejects.toThrow(
      'A @context must stand in the file itself, but far.jsonld refers to https://example.org/context.jsonld, and nothing is fetched; put what stands there in its place. Known by their names are http://www.w3.org/2004/02/skos/core and https://www.w3.org/2004/02/skos/core.',
    );
  });

  test('what is no JSON, no JSON-LD, no file', async () => {
    await expect(bring('text.jsonld', 'skos:Concept')).rejects.toThrow(/^A JSON-LD file must be JSON, but text.jsonld is not: /);
    await expect(bring('number.jsonld', '1')).rejects.toThrow(
      'A JSON-LD file is one object or array, but number.jsonld begins with 1; put it into an object.',
    );
    await expect(bring('wrong.jsonld', { '@context': { a: 1 }, a: 1 })).rejects.toThrow(
      /^wrong.jsonld must be JSON-LD, but it can't be read as such: /,
    );
    await expect(load(into(), skos, '')).rejects.toThrow('SKOS is read from a JSON-LD file, but got no path; give the path of one.');
  });
});
