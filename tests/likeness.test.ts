import { beforeAll, describe, expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

interface Reason {
  readonly weight: number;
  readonly en: string;
  readonly ja: string;
  readonly path: readonly { readonly node: { readonly id: string } }[];
}

interface Like {
  readonly score: number;
  readonly to: { readonly id: string };
  readonly reasons: readonly Reason[];
}

const reasons = 'reasons { weight en: text ja: text(lang: "ja") path { node { id } } }';

const related = async (id: string): Promise<readonly Like[]> => {
  const { data } = await ask(`query Related($id: ID!) { work(id: $id) { likes: relatedWorks(first: 50) { score to: work { id } ${reasons} } } }`, {
    id,
  });
  return (data?.['work'] as { likes: readonly Like[] }).likes;
};

const similar = async (id: string): Promise<readonly Like[]> => {
  const { data } = await ask(
    `query Similar($id: ID!) { artist(id: $id) { likes: similarArtists(first: 50) { score to: artist { id } ${reasons} } } }`,
    { id },
  );
  return (data?.['artist'] as { likes: readonly Like[] }).likes;
};

const alike = async (id: string): Promise<readonly Like[]> => {
  const { data } = await ask(`query Alike($id: ID!) { song(id: $id) { likes: similarSongs(first: 50) { score to: song { id } ${reasons} } } }`, {
    id,
  });
  return (data?.['song'] as { likes: readonly Like[] }).likes;
};

const chainsawMan = 'wrk_hjy95qp21a423w';
const film = 'wrk_1471kgt7sdpzsr';
const yonezu = 'art_j5etpjs0y8hmrw';
const bump = 'art_k34c4bgx9b8ynm';
const kickBack = 'sng_xxvxzgsh01r4f5';
const gurenge = 'sng_reebk2q8g5dsb9';
const hawatari = 'sng_p8wqt2gg4dhmdp';

test('the film of チェンソーマン has most to do with it: it is the sequel', async () => {
  const [first] = await related(chainsawMan);
  expect(first?.to).toEqual({ id: film });
  expect(first?.reasons[0]).toEqual({
    weight: 3,
    en: 'Chainsaw Man – The Movie: Reze Arc is the sequel of Chainsaw Man',
    ja: '「劇場版 チェンソーマン レゼ篇」は「チェンソーマン」の続編',
    path: [{ node: { id: chainsawMan } }, { node: { id: film } }],
  });
});

test('it also has a song of the series: the path leads over that song', async () => {
  const [first] = await related(chainsawMan);
  expect(first?.reasons).toContainEqual({
    weight: 2,
    en: 'Both use the song 刃渡り2億センチ',
    ja: 'どちらにも「刃渡り2億センチ」が使われている',
    path: [{ node: { id: chainsawMan } }, { node: { id: hawatari } }, { node: { id: film } }],
  });
});

test('米津玄師 has to do with BUMP OF CHICKEN, whom he has named as an influence', async () => {
  const likes = await similar(yonezu);
  expect(likes.find(({ to }) => to.id === bump)?.reasons[0]).toEqual({
    weight: 2,
    en: 'Yonezu Kenshi was influenced by BUMP OF CHICKEN',
    ja: '米津玄師はBUMP OF CHICKENの影響を受けた',
    path: [{ node: { id: yonezu } }, { node: { id: bump } }],
  });
});

test('told from the other side, BUMP OF CHICKEN influenced 米津玄師', async () => {
  const likes = await similar(bump);
  expect(likes.find(({ to }) => to.id === yonezu)?.reasons[0]).toEqual({
    weight: 2,
    en: 'Yonezu Kenshi was influenced by BUMP OF CHICKEN',
    ja: '米津玄師はBUMP OF CHICKENの影響を受けた',
    path: [{ node: { id: bump } }, { node: { id: yonezu } }],
  });
});

test('groups formed within three years that have songs in one work are of one generation as well', async () => {
  const likes = await similar('art_p70fg2z0c5zgme');
  const reasons = likes.find(({ to }) => to.id === 'art_xyy1gwakfsz6r1')?.reasons ?? [];
  expect(reasons.length).toBeGreaterThan(1);
  expect(reasons.map(({ en, ja, weight }) => ({ en, ja, weight }))).toContainEqual({
    weight: 0.2,
    en: 'ASIAN KUNG-FU GENERATION and Ikimonogakari are of one generation (1996 and 1999)',
    ja: 'ASIAN KUNG-FU GENERATIONといきものがかりは同世代（1996年と1999年）',
  });
});

test('to be of one generation alone is no reason', async () => {
  const likes = await similar('art_p70fg2z0c5zgme');
  expect(likes.find(({ to }) => to.id === 'art_k14jazkw6g7ggm')).toBeUndefined();
});

test('a unit has to do with the cast of the work that it sings for, told from either side', async () => {
  const [kessoku, hasegawa] = ['art_tmpk4r8ar0mdt6', 'art_wzs4xsa7mdfwjd'];
  const between = async (from: string, to: string) => (await similar(from)).find((like) => like.to.id === to)?.reasons.map(({ en }) => en) ?? [];
  expect((await between(kessoku, hasegawa)).join()).toMatch(/Kessoku Band sings .+ for Bocchi the Rock!.*, in which Ikumi Hasegawa is Ikuyo Kita/);
  expect((await between(hasegawa, kessoku)).join()).toMatch(/Ikumi Hasegawa is Ikuyo Kita in Bocchi the Rock!.*, for which Kessoku Band sings/);
});

test('a work that no franchise is told of has to do with that of its characters', async () => {
  const likes = await related('wrk_9w9swaymxh2f53');
  expect(likes.flatMap(({ reasons }) => reasons.map(({ ja }) => ja)).join('\n')).toMatch(
    /^.+が登場する「.+」と同じ「プロジェクトセカイ」シリーズの作品$/m,
  );
});

test('works of one studio have to do with each other, if little', async () => {
  const reasons = (await related(chainsawMan)).flatMap(({ reasons }) => reasons);
  expect(reasons.map(({ en, ja }) => [en, ja])).toContainEqual(['Both are made by MAPPA', 'どちらもMAPPAの制作']);
});

test('a work of which only ids are known is like no other', async () => {
  const { data } = await ask('{ work(externalId: {site: ANILIST, value: "10004"}) { relatedWorks { score } } }');
  expect(data).toEqual({ work: { relatedWorks: [] } });
});

const starts = [
  ['チェンソーマン', () => related(chainsawMan), chainsawMan],
  ['鬼滅の刃', () => related('wrk_9mpea8j5ek77da'), 'wrk_9mpea8j5ek77da'],
  ['米津玄師', () => similar(yonezu), yonezu],
  ['KICK BACK', () => alike(kickBack), kickBack],
  ['紅蓮華', () => alike(gurenge), gurenge],
  ['LiSA', () => similar('art_17zf4d7tvr88qj'), 'art_17zf4d7tvr88qj'],
  ['花江夏樹', () => similar('art_hqgx6gc20q2x58'), 'art_hqgx6gc20q2x58'],
] as const;

describe.each(starts)('what is like %s', (_, likes, start) => {
  let all: readonly Like[];

  beforeAll(async () => {
    all = await likes();
  });

  test('is something else each time', () => {
    const ids = all.map(({ to }) => to.id);
    expect(ids).not.toContain(start);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(5);
  });

  test('has reasons whose weights add up to its score', () => {
    const sums = all.map(({ reasons }) => reasons.reduce((sum, { weight }) => sum + weight, 0));
    expect(sums.map((sum) => sum.toFixed(9))).toEqual(all.map(({ score }) => score.toFixed(9)));
    expect(all.flatMap(({ reasons }) => reasons).filter(({ weight }) => weight <= 0)).toEqual([]);
    expect(all.filter(({ reasons }) => reasons.length < 1 || reasons.length > 8)).toEqual([]);
  });

  test('is told best first, the strongest reason first', () => {
    const falls = (numbers: readonly number[]) => numbers.every((number, index) => index === 0 || number <= (numbers[index - 1] ?? 0));
    expect(falls(all.map(({ score }) => score))).toBe(true);
    expect(all.filter(({ reasons }) => !falls(reasons.map(({ weight }) => weight)))).toEqual([]);
  });

  test('is reached by paths that begin and end where they should', () => {
    const ends = all.flatMap(({ to, reasons }) => reasons.map(({ path }) => [path[0]?.node.id, path.at(-1)?.node.id, to.id]));
    expect(ends.filter(([from, last, to]) => from !== start || last !== to)).toEqual([]);
  });

  test('is said in English and in Japanese, without gaps', () => {
    const texts = all.flatMap(({ reasons }) => reasons);
    expect(texts.filter(({ en, ja }) => en === ja || /undefined|null/.test(en + ja) || !/[ぁ-ん]/.test(ja))).toEqual([]);
  });

  test('is the same, in the same order, whenever it is asked', async () => {
    expect(await likes()).toEqual(all);
  });
});

test('every reason is true: each step of its path is a fact of the graph', async () => {
  const steps = [...(await related(chainsawMan)), ...(await similar(yonezu)), ...(await alike(kickBack))].flatMap(({ reasons }) =>
    reasons.flatMap(({ path }) => pairs(path.map(({ node }) => node.id))),
  );
  const unknown = await Promise.all([...new Set(steps)].map(async (step) => ((await adjacent(step)) ? [] : [step])));
  expect(steps.length).toBeGreaterThan(100);
  expect(unknown.flat()).toEqual([]);
});

const pairs = (ids: readonly string[]) => ids.slice(1).map((id, index) => `${ids[index]} ${id}`);

/** Whether the API itself tells of the second thing when it is asked of the first, or the other way round. */
async function adjacent(step: string): Promise<boolean> {
  const [one = '', other = ''] = step.split(' ');
  return (await neighbours(one)).has(other) || (await neighbours(other)).has(one);
}

const asked = new Map<string, Promise<ReadonlySet<string>>>();

function neighbours(id: string): Promise<ReadonlySet<string>> {
  const known = asked.get(id) ?? ask(neighbourhood, { id }).then(({ data }) => new Set(JSON.stringify(data).match(/[a-z]{3}_[0-9a-z]{14}/g)));
  asked.set(id, known);
  return known;
}

const neighbourhood = `query Neighbours($id: ID!) { node(id: $id) {
  ... on Work { relations { work { id } } franchises { franchise { id } } studios { id } songs(first: 100) { nodes { id } } characters(first: 100) { nodes { id } } factors { factor { id } } }
  ... on Song { artists { artist { id } } works { nodes { id } } factors { factor { id } } }
  ... on Artist { factors { factor { id } } members { member { id } } influencedBy { by { id } } voices(first: 100) { nodes { id } } }
} }`;
