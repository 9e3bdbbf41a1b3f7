import { beforeAll, describe, expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

/** What is kept in memory is read at the first question. */
beforeAll(() => ask('{ readText(text: "") { intensity } }'), 120_000);

interface Reason {
  readonly kind: string;
  readonly weight: number;
  readonly text: string;
  readonly path: readonly { readonly node: { readonly __typename: string; readonly id: string } }[];
}

interface Match {
  readonly score: number;
  readonly node: { readonly __typename: string; readonly id: string; readonly title: { readonly text: string } };
  readonly reasons: readonly Reason[];
}

const shown = `
  score
  node {
    __typename id
    ... on Song { title { text } } ... on Work { title { text } } ... on Artist { title: name { text } } ... on Character { title: name { text } }
    ... on Organization { title: name { text } } ... on Campaign { title: name { text } }
  }
  reasons { kind weight text path { node { __typename id } } }`;

async function matches(args: string, variables = {}, lang = 'en'): Promise<readonly Match[]> {
  const declared = 'text' in variables ? 'query ($text: String) ' : '';
  const { data, errors } = await ask(`${declared}{ match(${args}) { ${shown.replace('weight text', `weight text(lang: "${lang}")`)} } }`, variables);
  expect(errors).toEqual([]);
  return data?.['match'] as readonly Match[];
}

const titles = (found: readonly Match[]) => found.map(({ node }) => node.title.text);

async function idOf(query: string, kind: string): Promise<string> {
  const { data } = await ask(`{ search(query: "${query}", kinds: [${kind}], first: 1) { nodes { id } } }`);
  return (data?.['search'] as { nodes: { id: string }[] }).nodes[0]?.id ?? '';
}

async function termId(facet: string, term: string): Promise<string> {
  const { data } = await ask(`{ factors(where: { facet: { in: ["${facet}"] }, term: { in: ["${term}"] } }) { nodes { id } } }`);
  return (data?.['factors'] as { nodes: { id: string }[] }).nodes[0]?.id ?? '';
}

describe('a text', () => {
  const text = '夏の夕暮れに聴きたい、切なくて懐かしいバラード。';

  test('finds songs whose reasons are true of them and add up to the score', async () => {
    const found = await matches('text: $text, kinds: [SONG], first: 10', { text }, 'ja');
    expect(found).toHaveLength(10);
    for (const { score, node, reasons } of found) {
      expect(node.__typename).toBe('Song');
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 9);
      expect(reasons.map(({ weight }) => weight)).toEqual(reasons.map(({ weight }) => weight).toSorted((a, b) => b - a));
      const { data } = await ask(`{ song(id: "${node.id}") { factors { factor { id } } } }`);
      const expressed = (data?.['song'] as { factors: { factor: { id: string } }[] }).factors.map(({ factor }) => factor.id);
      for (const { path } of reasons) {
        expect(path.at(-1)?.node.id).toBe(node.id);
        expect(expressed).toContain(path.at(-2)?.node.id);
      }
    }
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const said = found.flatMap(({ reasons }) => reasons.map(({ text: sentence }) => sentence));
    expect(said.filter((sentence) => !/^文中の「.+」から「.+」：「.+」/.test(sentence))).toEqual([]);
    expect(said.join()).toContain('切なく');
  });

  test('is answered in one order, with the same beginning whatever is asked for', async () => {
    const all = await matches('text: $text, kinds: [SONG, WORK], first: 30', { text });
    expect(await matches('text: $text, kinds: [SONG, WORK], first: 30', { text })).toEqual(all);
    expect(titles(await matches('text: $text, kinds: [SONG, WORK], first: 7', { text }))).toEqual(titles(all.slice(0, 7)));
  });

  test('that denies something puts back what says it', async () => {
    const rank = async (asked: string) => {
      const found = await matches('text: $text, kinds: [SONG], first: 50', { text: asked });
      return found.filter(({ reasons }) => reasons.some(({ kind, weight }) => kind === 'DENIED_IN_TEXT' && weight < 0)).length;
    };
    const sad = await matches('text: $text, kinds: [SONG], first: 50', { text: 'A sad song about parting.' });
    const notSad = await matches('text: $text, kinds: [SONG], first: 50', { text: 'A song about parting that is not sad.' });
    const { data } = await ask(
      `{ factors(where: { facet: { in: ["song impression"] }, term: { in: ["Sad"] } }) { nodes { songs(first: 100) { nodes { id } } } } }`,
    );
    const ids = new Set((data?.['factors'] as { nodes: { songs: { nodes: { id: string }[] } }[] }).nodes[0]?.songs.nodes.map(({ id }) => id));
    const among = (found: readonly Match[]) => found.slice(0, 20).filter(({ node }) => ids.has(node.id)).length;
    expect(among(sad)).toBeGreaterThan(among(notSad));
    expect(await rank('Parting, but not sad.')).toBeLessThan(50);
  });

  test('that names a work brings in the work and what belongs to it', async () => {
    const found = await matches('text: $text, first: 50', { text: '『チェンソーマン』みたいに激しい曲が聴きたい' });
    expect(titles(found)).toContain('KICK BACK');
    const work = found.find(({ node, reasons }) => node.__typename === 'Work' && reasons.some(({ kind }) => kind === 'NAMED_IN_TEXT'));
    expect(work?.node.title.text).toBe('チェンソーマン');
    const song = found.find(({ node }) => node.title.text === 'KICK BACK');
    expect(song?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['HAS_SONG', 'SAID_IN_TEXT']));
  });

  test('without a word of ours finds nothing', async () => {
    expect(await matches('text: $text', { text: '発売日は来月の三日です。' })).toEqual([]);
    expect(await matches('text: $text', { text: '' })).toEqual([]);
  });

  test('sends no statement where titles are all that is wanted, one for the names in it', async () => {
    const plain = 'query ($text: String) { match(text: $text, kinds: [SONG]) { score node { id ... on Song { title { text } } } reasons { text } } }';
    await ask(plain, { text });
    const { statements } = await ask(plain, { text });
    expect(statements).toEqual([]);
    const artists = await ask('query ($text: String) { match(text: $text, kinds: [SONG], first: 5) { node { ... on Song { artists { role } } } } }', {
      text,
    });
    expect(artists.errors).toEqual([]);
    expect(artists.statements).toHaveLength(1);
  });
});

describe('terms', () => {
  test('find what expresses them most, more narrow terms among them', async () => {
    const guitar = await termId('featured instruments', 'Guitar');
    const found = await matches(`factors: [{ factor: "${guitar}" }], kinds: [SONG], first: 20`);
    expect(found.length).toBeGreaterThan(5);
    const near = found.flatMap(({ reasons }) => reasons.filter(({ path }) => path.length === 3));
    for (const { path } of near) {
      const { data } = await ask(`{ factor(id: "${path[1]?.node.id}") { broader { id } } }`);
      expect(data).toMatchObject({ factor: expect.anything() });
    }
  });

  test('that are not to be lower the score', async () => {
    const [sad, bright] = await Promise.all([termId('song impression', 'Sad'), termId('song impression', 'Bright')]);
    const found = await matches(`factors: [{ factor: "${bright}" }, { factor: "${sad}", weight: -1 }], kinds: [SONG], first: 50`);
    const contrary = found.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'UNWANTED'));
    for (const { reasons } of contrary) expect(reasons.find(({ kind }) => kind === 'UNWANTED')?.weight).toBeLessThan(0);
    expect(contrary).not.toContain(found[0]);
  });
});

describe('a thing', () => {
  test('finds brands and campaigns that fit a song, with what both express', async () => {
    const song = await idOf('KICK BACK', 'SONG');
    const found = await matches(`like: "${song}", kinds: [ORGANIZATION, CAMPAIGN], first: 10`);
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found.map(({ node }) => node.__typename))).toEqual(new Set(['Organization', 'Campaign']));
    for (const { reasons } of found) {
      for (const { kind, path } of reasons) {
        expect(['SAME_FACTOR', 'NEAR_FACTOR']).toContain(kind);
        expect(path[0]?.node.id).toBe(song);
      }
    }
  });

  test('finds characters for a brand, and not itself', async () => {
    const { data } = await ask(`{ search(query: "ポカリスエット", kinds: [ORGANIZATION], first: 1) { nodes { id } } }`);
    const brand = (data?.['search'] as { nodes: { id: string }[] }).nodes[0]?.id ?? '';
    const found = await matches(`like: "${brand}", first: 50`);
    const characters = await matches(`like: "${brand}", kinds: [CHARACTER], first: 5`);
    expect(found.length).toBeGreaterThan(10);
    expect(found.map(({ node }) => node.id)).not.toContain(brand);
    expect(characters.map(({ node }) => node.__typename)).toEqual(Array(5).fill('Character'));
  });
});

test.each([
  ['{ match { score } }', 'Nothing says what is to fit. Give a text, factors (ids of terms with weights), or like (the id of a thing).'],
  ['{ match(text: "x", first: 51) { score } }', 'first must be'],
  ['{ match(factors: [{ factor: "fac_nothing" }]) { score } }', 'There is no term fac_nothing. The terms are listed by factors.'],
  ['{ match(factors: [{ factor: "fac_nothing", weight: 2 }]) { score } }', 'The weight of fac_nothing must be from -1 to 1, but got 2.'],
  ['{ match(like: "nonsense") { score } }', 'nonsense'],
])('%s is refused with the rule', async (query, message) => {
  const { errors } = await ask(query);
  expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('a text that is too long is refused', async () => {
  const { errors } = await ask('query ($text: String!) { readText(text: $text) { intensity } }', { text: 'a'.repeat(20_001) });
  expect(errors).toMatchObject([{ message: 'A text must have at most 20000 characters, but got 20001. Give the part that matters.' }]);
});

test('a text is read for its terms, how strongly they are said, and what is denied', async () => {
  const { data } = await ask(
    `{ readText(text: "A very sad song, but it is not dark.") { factor { facet name { original } } intensity isDenied words } }`,
  );
  expect(data?.['readText']).toEqual(
    expect.arrayContaining([
      { factor: { facet: 'song impression', name: { original: 'Sad' } }, intensity: 1.5, isDenied: false, words: ['sad'] },
      { factor: { facet: 'song impression', name: { original: 'Dark' } }, intensity: 1, isDenied: true, words: ['dark'] },
    ]),
  );
});
