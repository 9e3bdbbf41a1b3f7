import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { curatedFacts } from '../seeds/facts.js';
import type { Statements } from '../seeds/statements.js';
import { type Editable, startEditable } from './support/editable.js';
import { idIn } from './support/toldTwice.js';

jest.setTimeout(180_000);

const sources = `
curated: {title: Curated, licence: CC0-1.0}
fans: {title: Fans, licence: CC0-1.0}
`;

const facts = `
subject: HUNGRY DAYS
organizations:
  cup-noodle: {name: {original: カップヌードル, en: Cup Noodle}, kind: BRAND, factors: [brand-youthful]}
works:
  majo-no-takkyuubin: {title: {original: 魔女の宅急便}, medium: ANIME, format: MOVIE, start: 1989-07-29}
  heidi: {title: {original: アルプスの少女ハイジ}, medium: ANIME, format: TV, start: 1974-01-06}
songs:
  kinen-satsuei: {title: {original: 記念撮影}, released: 2017-07-01}
characters:
  kiki: {name: {original: キキ}, in: {majo-no-takkyuubin: MAIN}, factors: [temperament-brave]}
  heidi: {name: {original: ハイジ}, in: {heidi: MAIN}}
campaigns:
  hungry-days:
    name: {original: HUNGRY DAYS, kana: ハングリーデイズ}
    brand: cup-noodle
    start: 2017-06
    end: 2017
    songs: [kinen-satsuei]
    works: [majo-no-takkyuubin, heidi]
    characters: [heidi, kiki]
    factors: [brand-youthful]
  hungry-days-one-piece: {name: {original: HUNGRY DAYS ワンピース}, brand: cup-noodle, start: 2019-05}
  nobodys: {name: {original: 誰かの春}}
factors:
  brand-youthful: {name: {original: Youthful, ja: 若々しい}, facet: brand}
  temperament-brave: {name: {original: Brave, ja: 勇敢}, facet: character, subFacet: temperament}
`;

/** The first of them, told by somebody else under another key. */
const again = `
subject: HUNGRY DAYS once more
source: fans
campaigns:
  hungry-days-fans: {name: {original: HUNGRY DAYS}, brand: cup-noodle, start: 2017-06-19}
`;

function told(): Statements {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-campaign-'));
  writeFileSync(join(folder, 'sources.yaml'), sources);
  writeFileSync(join(folder, 'hungry-days.yaml'), facts);
  writeFileSync(join(folder, 'once-more.yaml'), again);
  const statements = curatedFacts(folder);
  rmSync(folder, { recursive: true });
  return statements;
}

const statements = told();
const id = (ref: string) => idIn(statements, ref);

let world: Editable;

beforeAll(async () => {
  world = await startEditable();
  await world.load([statements]);
});
afterAll(() => world?.stop());

const [hungryDays, onePiece, nobodys, fans] = ['hungry-days', 'hungry-days-one-piece', 'nobodys', 'hungry-days-fans'].map((key) =>
  id(`Campaign:${key}`),
);
const cupNoodle = id('Organization:cup-noodle');
const answered = async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const { data, message } = await world.ask(query, variables);
  expect(message).toBeUndefined();
  return data;
};
const list = (...ids: readonly (string | undefined)[]) => ({ nodes: ids.map((each) => ({ id: each })) });

describe('a campaign', () => {
  test('is told with its brand and what it uses, in every gear', async () => {
    const query = `query ($id: ID!) { campaign(id: $id) {
      name { original kana } start { iso } end { year } brand { name { english } kind }
      songs { totalCount nodes { title { original } } }
      works { edges { node { title { original } } } pageInfo { hasNextPage } }
      characters { nodes { name { original } } }
      factors { weight isEstimate factor { facet name { original } } source { key } }
      externalIds { site } provenance { field source { key } }
    } }`;
    for (let time = 0; time < 4; time += 1)
      expect(await answered(query, { id: hungryDays })).toEqual({
        campaign: {
          name: { original: 'HUNGRY DAYS', kana: 'ハングリーデイズ' },
          start: { iso: '2017-06' },
          end: { year: 2017 },
          brand: { name: { english: 'Cup Noodle' }, kind: 'BRAND' },
          songs: { totalCount: 1, nodes: [{ title: { original: '記念撮影' } }] },
          works: {
            edges: ['魔女の宅急便', 'アルプスの少女ハイジ'].map((original) => ({ node: { title: { original } } })),
            pageInfo: { hasNextPage: false },
          },
          characters: { nodes: ['キキ', 'ハイジ'].map((original) => ({ name: { original } })) },
          factors: [{ weight: 1, isEstimate: false, factor: { facet: 'brand', name: { original: 'Youthful' } }, source: { key: 'curated' } }],
          externalIds: [],
          provenance: ['end', 'start'].map((field) => ({ field, source: { key: 'curated' } })),
        },
      });
  });

  test('of which nobody has said whose it is has no brand, and no date', async () => {
    const query = 'query ($id: ID!) { campaign(id: $id) { brand { id } start { iso } songs { totalCount } } }';
    expect(await answered(query, { id: nobodys })).toEqual({ campaign: { brand: null, start: null, songs: { totalCount: 0 } } });
  });

  test('shows what its source says of it', async () => {
    const query = 'query ($id: ID!) { campaign(id: $id) { records { nodes { kind source { key } fields { name value } } } } }';
    expect(await answered(query, { id: onePiece })).toEqual({
      campaign: {
        records: {
          nodes: expect.arrayContaining([{ kind: 'CAMPAIGN', source: { key: 'curated' }, fields: [{ name: 'start', value: '2019-05' }] }]),
        },
      },
    });
  });

  test('is found by its id alone and by its name', async () => {
    const query = `query ($id: ID!) { node(id: $id) { __typename id } search(query: "HUNGRY DAYS ワンピ", kinds: [CAMPAIGN], first: 1) { nodes { id } }
      resolve(names: [{ text: "ＨＵＮＧＲＹ　ＤＡＹＳ　わんぴーす", kind: CAMPAIGN }]) { status candidates { node { id } } } }`;
    expect(await answered(query, { id: onePiece })).toEqual({
      node: { __typename: 'Campaign', id: onePiece },
      search: list(onePiece),
      resolve: [{ status: 'MATCHED', candidates: expect.arrayContaining([{ node: { id: onePiece } }]) }],
    });
  });

  test('that is not there is null; an id of another kind is refused', async () => {
    expect(await answered('{ campaign(id: "cmp_0") { id } }')).toEqual({ campaign: null });
    const { code, message } = await world.ask('query ($id: ID!) { campaign(id: $id) { id } }', { id: cupNoodle });
    expect([code, message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('The id of a Campaign begins with cmp_')]);
  });
});

describe('campaigns', () => {
  const lists = [
    ['are listed the newest first', 'campaigns', [onePiece, fans, hungryDays, nobodys]],
    ['are listed by name', 'campaigns(orderBy: [{field: NAME}])', [fans, onePiece, hungryDays, nobodys]],
    ['of a year, the earliest first', 'campaigns(where: {year: {from: 2017, to: 2017}}, orderBy: [{field: START}])', [hungryDays, fans]],
    ['of a brand', `campaigns(where: {brand: {in: ["${cupNoodle}"]}, NOT: {year: {to: 2017}}})`, [onePiece]],
    ['with a song', `campaigns(where: {songs: {some: {id: {in: ["${id('Song:kinen-satsuei')}"]}}}})`, [hungryDays]],
    ['with a work of a year', 'campaigns(where: {works: {some: {year: {from: 1974, to: 1974}}}})', [hungryDays]],
    ['with a character', `campaigns(where: {characters: {some: {id: {in: ["${id('Character:kiki')}"]}}}})`, [hungryDays]],
    ['of a mood', 'campaigns(where: {factors: {some: {term: {in: ["Youthful"]}}}})', [hungryDays]],
    ['told by a source', 'campaigns(where: {source: {in: ["fans"]}})', [fans]],
  ] as const;

  test.each(lists)('%s: %s', async (_, field, ids) => {
    expect(await answered(`{ found: ${field} { nodes { id } } }`)).toEqual({ found: list(...ids) });
  });

  test('are listed page by page', async () => {
    const page = 'query ($after: String) { campaigns(first: 3, after: $after) { nodes { id } totalCount pageInfo { endCursor hasNextPage } } }';
    const first = await answered(page);
    expect(first).toMatchObject({ campaigns: { ...list(onePiece, fans, hungryDays), totalCount: 4, pageInfo: { hasNextPage: true } } });
    const { pageInfo } = first?.['campaigns'] as unknown as { pageInfo: { endCursor: string } };
    expect(await answered(page, { after: pageInfo.endCursor })).toMatchObject({ campaigns: { ...list(nobodys), pageInfo: { hasNextPage: false } } });
  });

  test('of a brand stand with it, the newest first', async () => {
    const query = `query ($id: ID!) { organization(id: $id) { campaigns { totalCount nodes { id } } later: campaigns(where: {year: {from: 2018}}) { nodes { id } } } }`;
    expect(await answered(query, { id: cupNoodle })).toEqual({
      organization: { campaigns: { totalCount: 3, ...list(onePiece, fans, hungryDays) }, later: list(onePiece) },
    });
  });
});

test('characters and brands express terms of their own facets', async () => {
  const query = `query ($kiki: ID!, $brand: ID!) {
    character(id: $kiki) { factors(where: {facet: {in: ["character"]}}) { factor { name { original } } } brand: factors(where: {facet: {in: ["brand"]}}) { weight } }
    organization(id: $brand) { factors { weight factor { name { original } } } }
  }`;
  expect(await answered(query, { kiki: id('Character:kiki'), brand: cupNoodle })).toEqual({
    character: { factors: [{ factor: { name: { original: 'Brave' } } }], brand: [] },
    organization: { factors: [{ weight: 1, factor: { name: { original: 'Youthful' } } }] },
  });
});

test('loaded again, all is as it was', async () => {
  const before = await world.held('with guesses');
  await world.loadAgain([statements]);
  expect(await world.held('with guesses')).toEqual(before);
});

test('the same campaign told twice is listed as probably one, and is one when an editor says so', async () => {
  const query = '{ duplicates(kind: CAMPAIGN) { nodes { one { id } other { id } reasons { text } } } }';
  const { nodes } = (await answered(query))?.['duplicates'] as unknown as { nodes: readonly object[] };
  expect(nodes).toEqual([
    {
      one: { id: [hungryDays, fans].sort()[0] },
      other: { id: [hungryDays, fans].sort()[1] },
      reasons: ['Both are officially called HUNGRY DAYS', 'The same year: 2017', 'brands in common: 1'].map((text) => ({ text })),
    },
  ]);
  const merge = 'mutation ($keep: ID!, $drop: ID!) { mergeEntities(keep: $keep, drop: $drop) { kept { id } edit { keptOnce } } }';
  expect(await answered(merge, { keep: hungryDays, drop: fans })).toMatchObject({ mergeEntities: { kept: { id: hungryDays } } });
  expect(await answered('query ($id: ID!) { campaign(id: $id) { id } campaigns { totalCount } }', { id: fans })).toEqual({
    campaign: { id: hungryDays },
    campaigns: { totalCount: 3 },
  });
});
