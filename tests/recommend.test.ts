import { describe, expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

const chainsawMan = 'wrk_hjy95qp21a423w';
const kickBack = 'sng_xxvxzgsh01r4f5';
const yonezu = 'art_j5etpjs0y8hmrw';
const kOn = 'wrk_dkrqzdvgmerq5y';
const afterSchool = 'art_1nhdkm1gwf5df6';
const yoasobi = 'art_7f4v4f4kaet78j';
const lisa = 'art_17zf4d7tvr88qj';

interface Recommended {
  readonly score: number;
  readonly node: { readonly id: string };
  readonly reasons: readonly {
    readonly weight: number;
    readonly en: string;
    readonly ja: string;
    readonly path: readonly { readonly node: { readonly id: string } }[];
  }[];
}

async function recommended(likes: readonly string[], more = ''): Promise<readonly Recommended[]> {
  const { data, errors } = await ask(
    `query Recommended($likes: [ID!]!) { recommend(likes: $likes, first: 50 ${more}) { score node { id } reasons { weight en: text ja: text(lang: "ja") path { node { id } } } } }`,
    { likes },
  );
  expect(errors).toEqual([]);
  return data?.['recommend'] as readonly Recommended[];
}

const questions = [
  ['a work', [chainsawMan], ''],
  ['a song', [kickBack], ''],
  ['two artists', [yonezu, lisa], ''],
  ['a song, a work and an artist', [kickBack, chainsawMan, lisa], ''],
  ['songs for a work', [chainsawMan], ', kinds: [SONG]'],
  ['works for two artists', [yonezu, lisa], ', kinds: [WORK]'],
] as const;

describe.each(questions)('for %s', (_, likes, more) => {
  test('things are recommended that are none of those liked, best first, with reasons that add up and begin with what is liked', async () => {
    const all = await recommended(likes, more);
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ node }) => (likes as readonly string[]).includes(node.id))).toEqual([]);
    expect(new Set(all.map(({ node }) => node.id)).size).toBe(all.length);
    expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).toSorted((one, other) => other - one));
    for (const { score, node, reasons } of all) {
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 9);
      for (const { path, en, ja } of reasons) {
        expect(likes).toContain(path[0]?.node.id);
        expect(path.at(-1)?.node.id).toBe(node.id);
        expect(en + ja).not.toMatch(/undefined|null/);
        expect(ja).toMatch(/[ぁ-ん]/);
      }
    }
    expect(await recommended(likes, more)).toEqual(all);
  });
});

test('only the kinds that are asked for', async () => {
  const ids = (await recommended([chainsawMan, yonezu], ', kinds: [SONG, ARTIST]')).map(({ node }) => node.id.slice(0, 3));
  expect(new Set(ids)).toEqual(new Set(['sng', 'art']));
});

test('whoever likes チェンソーマン is told of KICK BACK, which it uses', async () => {
  const all = await recommended([chainsawMan], ', kinds: [SONG]');
  expect(all.find(({ node }) => node.id === kickBack)?.reasons.map(({ en }) => en)).toEqual(['Chainsaw Man uses KICK BACK']);
});

test('artists are recommended for a work by its songs, its cast and its series', async () => {
  const all = await recommended([kOn], ', kinds: [ARTIST]');
  expect(all[0]?.node).toEqual({ id: afterSchool });
  expect(all.length).toBeGreaterThan(5);
  expect(all.flatMap(({ reasons }) => reasons.map(({ en }) => en))).toContain('Aki Toyosaki is Yui Hirasawa in K-ON!');
});

test('an artist of whom few songs are known does not outweigh one with many', async () => {
  const first = (await recommended([yoasobi, lisa], ', kinds: [SONG]'))
    .slice(0, 20)
    .flatMap(({ reasons }) => reasons.map(({ path }) => path[0]?.node.id));
  expect(first).toContain(yoasobi);
  expect(first).toContain(lisa);
});

test('another version of a liked song is not recommended', async () => {
  const [zone, tenYearsAfter] = ['sng_04spnb3q326a20', 'sng_z8s49rr3r407a6'];
  expect((await recommended([zone])).map(({ node }) => node.id)).not.toContain(tenYearsAfter);
  expect((await recommended([tenYearsAfter])).map(({ node }) => node.id)).not.toContain(zone);
});

test('reasons of a kind can be left out', async () => {
  const without = await recommended([kickBack], ', without: [SAME_FACTOR, SAME_SINGER, SAME_WRITER]');
  const texts = without.flatMap(({ reasons }) => reasons.map(({ en }) => en));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => /Both:|Both are songs of|has written or arranged for both/.test(text))).toEqual([]);
});

test('what is said of none, or of too many, or of no id at all, is told', async () => {
  const errorOf = async (likes: readonly string[]) =>
    (await ask('query R($likes: [ID!]!) { recommend(likes: $likes) { score } }', { likes })).errors?.[0]?.message;
  expect(await errorOf([])).toBe('The number of likes must be between 1 and 20, but got 0.');
  expect(await errorOf(Array.from({ length: 21 }, () => kickBack))).toMatch(/must be between 1 and 20, but got 21/);
  expect(await errorOf(['KICK BACK'])).toMatch(/^An id looks like/);
  expect((await ask('{ recommend(likes: ["sng_00000000000000"]) { score } }')).data).toEqual({ recommend: [] });
});
