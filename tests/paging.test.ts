import { describe, expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

interface Read {
  readonly id: string;
  readonly start?: { readonly iso: string } | null;
  readonly released?: { readonly iso: string } | null;
  readonly born?: { readonly iso: string } | null;
  readonly title?: { readonly original: string; readonly kana: string | null };
  readonly name?: { readonly original: string; readonly kana: string | null };
  readonly work?: { readonly start: { readonly iso: string } | null };
}

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Read }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** One page of a list, told as `songs(PAGE)`, or as `artist(id: "art_…") > songs(PAGE)` where it belongs to a thing. */
const pageOf = async (list: string, fields: string, first: number, after: string | null): Promise<Page> => {
  const way = list.replace('PAGE', 'first: $first, after: $after').split(' > ');
  const connection = `edges { cursor node { ... on Node { id } ${fields} } } nodes { ... on Node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount`;
  const query = way.reduceRight((inside, field) => `${field} { ${inside} }`, connection);
  const { data, errors } = await ask(`query Page($first: Int!, $after: String) { ${query} }`, { first, after });
  expect(errors).toEqual([]);
  return way.reduce((answer: object, _) => Object.values(answer)[0], data ?? {}) as Page;
};

/** All pages, one after the other. */
const walk = async (list: string, first: number, fields = ''): Promise<readonly Page[]> => {
  const pages: Page[] = [];
  do pages.push(await pageOf(list, fields, first, pages.at(-1)?.pageInfo.endCursor ?? null));
  while (pages.at(-1)?.pageInfo.hasNextPage);
  return pages;
};

const nodesOf = (pages: readonly Page[]) => pages.flatMap(({ edges }) => edges.map(({ node }) => node));
const idsOf = (pages: readonly Page[]) => nodesOf(pages).map(({ id }) => id);

const curated = 'where: {source: {in: ["curated"]}}';

const lists = [
  ['the works of 2022', 'works(PAGE, where: {year: {from: 2022, to: 2022}, titled: true})', 37],
  ['all songs', 'songs(PAGE)', 97],
  ['all artists', 'artists(PAGE)', 100],
  ['all tie-ups', 'tieUps(PAGE)', 100],
  ['all characters', 'characters(PAGE)', 100],
  ['all factors', 'factors(PAGE)', 97],
  ['all that is found by 鬼', 'search(PAGE, query: "鬼")', 7],
  ['songs of 米津玄師', 'artist(id: "art_j5etpjs0y8hmrw") > songs(PAGE)', 7],
  ['tie-ups of 米津玄師', 'artist(id: "art_j5etpjs0y8hmrw") > tieUps(PAGE)', 5],
  ['characters of チェンソーマン', 'work(id: "wrk_hjy95qp21a423w") > characters(PAGE)', 3],
  ['tie-ups of チェンソーマン', 'work(id: "wrk_hjy95qp21a423w") > tieUps(PAGE)', 1],
  ['goods of Good Smile Company', 'organization(id: "org_dwsnv4qv02s5sy") > goods(PAGE)', 8],
  ['parts of 鬼滅の刃', 'franchise(id: "frn_87w7havvmfxphh") > parts(PAGE)', 3],
] as const;

describe.each(lists)('%s, page by page', (_, list, size) => {
  test('are each thing once, as many as totalCount says', async () => {
    const pages = await walk(list, size);
    const ids = idsOf(pages);
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => ids.length));
    expect(pages.flatMap(({ nodes }) => nodes.map(({ id }) => id))).toEqual(ids);
  });

  test('are the same as with other pages', async () => {
    const [first] = await walk(list, 100);
    expect(idsOf(await walk(list, size)).slice(0, 100)).toEqual(first?.edges.map(({ node }) => node.id));
  });
});

const lyricStyles = 'factors(PAGE, where: {facet: {in: ["lyric style"]}})';

test('each page says where it stands', async () => {
  const pages = await walk(lyricStyles, 10);
  expect(pages.map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ]);
  expect(pages.map(({ pageInfo }) => [pageInfo.startCursor, pageInfo.endCursor])).toEqual(
    pages.map(({ edges }) => [edges[0]?.cursor, edges.at(-1)?.cursor]),
  );
});

test('an empty list is one empty page', async () => {
  const page = await pageOf('songs(PAGE, where: {id: {in: []}})', '', 10, null);
  expect(page).toEqual({
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    totalCount: 0,
  });
});

test('a page that ends with the list has no next one', async () => {
  const { totalCount } = await pageOf(lyricStyles, '', 1, null);
  const whole = await pageOf(lyricStyles, '', totalCount, null);
  expect([whole.edges.length, whole.pageInfo.hasNextPage]).toEqual([totalCount, false]);
});

test('a list is walked on from any of its cursors', async () => {
  const [first] = await walk('songs(PAGE)', 20);
  const rest = await pageOf('songs(PAGE)', '', 5, first?.edges[9]?.cursor ?? null);
  expect(rest.edges).toEqual(first?.edges.slice(10, 15));
});

const rising = (keys: readonly string[]) => keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key);

/** What a list is ordered by, read back from the answer; ties go by id. */
const orders = [
  ['works', 'START', 'start { iso }', ({ start }: Read) => start?.iso ?? ''],
  ['works', 'TITLE', 'title { original kana }', ({ title }: Read) => title?.kana ?? title?.original ?? ''],
  ['songs', 'RELEASED', 'released { iso }', ({ released }: Read) => released?.iso ?? ''],
  ['songs', 'TITLE', 'title { original kana }', ({ title }: Read) => title?.kana ?? title?.original ?? ''],
  ['artists', 'NAME', 'name { original kana }', ({ name }: Read) => name?.kana ?? name?.original ?? ''],
  ['artists', 'BORN', 'born { iso }', ({ born }: Read) => born?.iso ?? ''],
  ['characters', 'NAME', 'name { original kana }', ({ name }: Read) => name?.kana ?? name?.original ?? ''],
  ['tieUps', 'START', 'work { start { iso } }', ({ work }: Read) => work?.start?.iso ?? ''],
] as const;

describe.each(orders)('%s by %s', (list, field, fields, key) => {
  const ordered = (direction: string) => `${list}(PAGE, ${curated}, orderBy: [{field: ${field}, direction: ${direction}}])`;

  test('rise, and those that are alike go by id', async () => {
    const nodes = nodesOf(await walk(ordered('ASC'), 99, fields));
    expect(nodes.length).toBeGreaterThan(500);
    expect(rising(nodes.map((node) => key(node)))).toBe(true);
    expect(alike(nodes, key).filter((ids) => !rising(ids))).toEqual([]);
  });

  test('fall all the way back, the alike included', async () => {
    const up = idsOf(await walk(ordered('ASC'), 100));
    const down = nodesOf(await walk(ordered('DESC'), 98, fields));
    expect(rising(down.map((node) => key(node)).toReversed())).toBe(true);
    expect(down.map(({ id }) => id).toSorted()).toEqual(up.toSorted());
  });
});

/** The ids of neighbours with the same key. */
function alike(nodes: readonly Read[], key: (node: Read) => string): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const node of nodes) groups.set(key(node), [...(groups.get(key(node)) ?? []), node.id]);
  return [...groups.values()];
}

test('a second order counts among those that are alike in the first: groups, none of which was born, by name', async () => {
  const nodes = nodesOf(
    await walk(
      'artists(PAGE, where: {kind: {in: [GROUP]}}, orderBy: [{field: BORN}, {field: NAME, direction: DESC}])',
      100,
      'name { original kana }',
    ),
  );
  const names = nodes.map(({ name }) => name?.kana ?? name?.original ?? '');
  expect(rising(names.toReversed())).toBe(true);
});
