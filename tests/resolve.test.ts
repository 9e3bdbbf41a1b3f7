import { describe, expect, test } from '@jest/globals';
import { executor } from './support/execute.js';
import { given, rowsOf } from './support/sharedFacts.js';

const ask = await executor();

interface Candidate {
  readonly confidence: number;
  readonly rules: readonly string[];
  readonly matchedName: { readonly text: string };
  readonly node: {
    readonly id: string;
    readonly called: { readonly original: string };
    readonly medium?: string;
    readonly start?: { readonly year: number };
  };
}

interface Resolution {
  readonly input: string;
  readonly status: string;
  readonly candidates: readonly Candidate[];
}

const document = `query Resolve($names: [NameInput!]!) { resolve(names: $names) { input status candidates { confidence rules matchedName { text } node {
  id
  ... on Work { called: title { original } medium start { year } } ... on Song { called: title { original } } ... on Artist { called: name { original } }
  ... on Character { called: name { original } } ... on Goods { called: name { original } } ... on Organization { called: name { original } }
  ... on Campaign { called: name { original } } ... on Franchise { called: name { original } } ... on Factor { called: name { original } }
} } } }`;

const resolve = async (...names: readonly Readonly<Record<string, unknown>>[]): Promise<readonly Resolution[]> => {
  const { data, errors } = await ask(document, { names });
  expect(errors).toEqual([]);
  return data?.['resolve'] as readonly Resolution[];
};
const resolveOne = async (name: Readonly<Record<string, unknown>>): Promise<Resolution> => {
  const [resolution] = await resolve(name);
  if (!resolution) throw new Error('Nothing was resolved.');
  return resolution;
};
const titlesOf = ({ candidates }: Resolution) => candidates.map(({ node }) => node.called.original);

(given ? describe : describe.skip)(
  given ? 'the names in ../shared/facts' : 'SKIPPED, since ../shared/facts is not there: the names that it holds',
  () => {
    /** The beginning of a title is nobody's name: what begins so is offered first, not chosen. */
    const beginnings = ['しょくげき'];

    test.each(rowsOf('name-cases.tsv'))('the %s %s is %s: %s', async (kind = '', text, expected = '') => {
      const resolution = await resolveOne({ text, kind: kind.toUpperCase() });
      const [title = '', year] = expected.split(/ \((\d{4})\)$/);
      const [first] = resolution.candidates;
      if (expected === 'AMBIGUOUS') expect(resolution.status).toBe('AMBIGUOUS');
      else if (beginnings.includes(text ?? '')) expect(first?.node.called.original).toBe(title);
      else expect({ status: resolution.status, title: first?.node.called.original }).toEqual({ status: 'MATCHED', title });
      if (year) expect(first?.node.start?.year).toBe(Number(year));
    });

    test.each(rowsOf('name-variants.tsv'))('the %s %s is meant by %s', async (kind = '', title, text) => {
      const { status, candidates } = await resolveOne({ text, kind: kind.toUpperCase() });
      expect({ status, title: candidates[0]?.node.called.original }).toEqual({ status: 'MATCHED', title });
    });
  },
);

describe('what had to be folded is told', () => {
  test.each([
    ['KICK BACK', 'SONG', 'KICK BACK', []],
    ['ＫＩＣＫ　ＢＡＣＫ', 'SONG', 'KICK BACK', ['WIDTH']],
    ['kick back', 'SONG', 'KICK BACK', ['CASE']],
    ['KICK-BACK!', 'SONG', 'KICK BACK', ['PUNCTUATION']],
    ['ぐれんげ', 'SONG', '紅蓮華', ['KANA']],
    ['回回奇譚', 'SONG', '廻廻奇譚', ['HAN_VARIANT']],
    ['Kitou Akari', 'ARTIST', '鬼頭明里', ['LONG_VOWEL', 'ROMAJI']],
    ['Singeki no Kyozin', 'WORK', '進撃の巨人', ['ROMAJI']],
    ['Sockets Corporation', 'ORGANIZATION', '株式会社ソケット', ['COMPANY_FORM']],
    ['紅蓮華 feat. LiSA', 'SONG', '紅蓮華', ['CREDIT']],
    ['guimiezhiren', 'WORK', '鬼滅の刃', ['PINYIN', 'TRANSLATION']],
    ['귀멸의 칼날', 'WORK', '鬼滅の刃', ['TRANSLATION']],
    ['リゼロ', 'FRANCHISE', 'Re:ゼロから始める異世界生活', ['ABBREVIATION']],
    ['リゼロ 2期', 'WORK', 'Re:ゼロから始める異世界生活 2nd season', ['ABBREVIATION', 'SEASON']],
    ['チェンソーマソ', 'FRANCHISE', 'チェンソーマン', ['TYPO']],
  ])('%s is the %s %s by %j', async (text, kind, title, rules) => {
    const { candidates } = await resolveOne({ text, kind });
    expect(candidates[0]).toMatchObject({ node: { called: { original: title } }, rules: rules.length === 0 ? [] : expect.arrayContaining(rules) });
  });
});

describe('what else is known tells things of one name apart', () => {
  test.each(['ANIME', 'MANGA'])('the medium %s', async (medium) => {
    const { candidates } = await resolveOne({ text: 'チェンソーマン', kind: 'WORK', medium });
    expect(candidates[0]?.node).toMatchObject({ called: { original: 'チェンソーマン' }, medium });
  });

  test.each([2007, 2009])('the year %i', async (year) => {
    const { candidates } = await resolveOne({ text: 'ハヤテのごとく!', kind: 'WORK', year });
    expect(candidates[0]?.node.start).toEqual({ year });
  });

  test("a song's artist", async () => {
    const right = await resolveOne({ text: 'シルエット', kind: 'SONG', artist: 'KANA-BOON' });
    const wrong = await resolveOne({ text: 'シルエット', kind: 'SONG', artist: '米津玄師' });
    expect(right.candidates[0]?.confidence ?? 0).toBeGreaterThan(wrong.candidates[0]?.confidence ?? 0);
    expect(titlesOf(right)[0]).toBe('シルエット');
  });

  test('the work that a song belongs to, and a character', async () => {
    const [song, character] = await resolve(
      { text: 'シルエット', kind: 'SONG', work: 'NARUTO -ナルト- 疾風伝' },
      { text: 'セイバー', kind: 'CHARACTER', work: 'Fate/Zero' },
    );
    expect([song, character].map((each) => each?.status)).toEqual(['MATCHED', 'MATCHED']);
  });

  test('the name in romaji as well', async () => {
    const alone = await resolveOne({ text: '鬼滅', kind: 'WORK' });
    const both = await resolveOne({ text: '鬼滅', kind: 'WORK', romaji: 'KimetsuNoYaiba' });
    expect(titlesOf(both)[0]).toBe('鬼滅の刃');
    expect(both.candidates[0]?.confidence ?? 0).toBeGreaterThanOrEqual(alone.candidates[0]?.confidence ?? 0);
  });
});

describe('another part of a series is not the same', () => {
  test('2期 is not 1期', async () => {
    const [first, second] = await resolve({ text: 'リゼロ', kind: 'WORK' }, { text: 'リゼロ 2期', kind: 'WORK' });
    const before = 'Re:ゼロから始める異世界生活';
    expect(first && titlesOf(first)[0]).toBe(before);
    expect(second && titlesOf(second)[0]).toBe('Re:ゼロから始める異世界生活 2nd season');
    expect(second?.candidates.find(({ node }) => node.called.original === before)?.confidence ?? 0).toBeLessThan(0.1);
  });

  test('a season that there is not is not matched by another', async () => {
    const { status } = await resolveOne({ text: '鬼滅の刃 9期', kind: 'WORK' });
    expect(status).not.toBe('MATCHED');
  });
});

test('a name that is not in the graph is not found', async () => {
  const { status } = await resolveOne({ text: 'ありえない題名のうたです' });
  expect(status).toBe('NOT_FOUND');
});

test('a name that gives a plot away is never shown', async () => {
  const { status, candidates } = await resolveOne({ text: 'アルトリア・ペンドラゴン' });
  expect(status).not.toBe('MATCHED');
  expect(candidates.filter(({ matchedName }) => matchedName.text.includes('アルトリア'))).toEqual([]);
});

const songs = async () => {
  const { data } = await ask(
    '{ songs(first: 100) { nodes { title { original } } } works(first: 100, where: {titled: true}) { nodes { title { original } } } }',
  );
  const { songs, works } = data as Record<'songs' | 'works', { nodes: readonly { title: { original: string } }[] }>;
  return [...songs.nodes, ...works.nodes].map(({ title }) => title.original);
};

test('answers come in the order asked, one each, whatever is asked twice', async () => {
  const texts = [...(await songs()).slice(0, 30), 'KICK BACK', 'ありえない題名のうたです', 'KICK BACK'];
  const resolved = await resolve(...texts.map((text) => ({ text })));
  expect(resolved.map(({ input }) => input)).toEqual(texts);
  expect(resolved.at(-1)).toEqual(resolved.at(-3));
});

test('confidences fall, and add up to 1 at most', async () => {
  for (const { candidates } of await resolve({ text: 'Minami' }, { text: '空の境界' }, { text: 'チェンソーマン' }, { text: 'demon slaye' })) {
    const found = candidates.map(({ confidence }) => confidence);
    expect(found).toEqual([...found].sort((one, other) => other - one));
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1 + 1e-9);
  }
});

describe('few statements are sent: the names twice, their series, what is around them, then the things', () => {
  const sentFor = async (names: readonly Readonly<Record<string, unknown>>[]) => {
    const { statements } = await ask(
      'query Few($names: [NameInput!]!) { resolve(names: $names) { candidates { node { id } matchedName { text } } } }',
      {
        names,
      },
    );
    return statements.length;
  };

  test('one name that is sure: two', async () => {
    expect(await sentFor([{ text: '㈱ソケット', kind: 'ORGANIZATION' }])).toBe(2);
  });

  test('one name: five at most', async () => {
    expect(await sentFor([{ text: 'リゼロ 2期', kind: 'WORK', artist: 'x' }])).toBeLessThanOrEqual(5);
  });

  test('two hundred names: fifteen at most', async () => {
    const texts = await songs();
    expect(texts).toHaveLength(200);
    expect(await sentFor(texts.map((text) => ({ text })))).toBeLessThanOrEqual(15);
  });

  test('none: no statement', async () => {
    expect(await sentFor([])).toBe(0);
  });
});

const explain = async (text: string) => {
  const { data, errors, statements } = await ask(
    `query Explain($text: String!) { explainName(text: $text) { text base parts { what value } tokens { surface reading partOfSpeech } readings { kana romaji origin } keys { kind key } } }`,
    { text },
  );
  expect([errors, statements]).toEqual([[], []]);
  return data?.['explainName'];
};

test('how 紅蓮華 2期 is read', async () => {
  expect(await explain('紅蓮華 2期')).toEqual({
    text: '紅蓮華 2期',
    base: '紅蓮華',
    parts: [{ what: 'season', value: '2' }],
    tokens: [
      { surface: '紅蓮', reading: 'グレン', partOfSpeech: '名詞' },
      { surface: '華', reading: 'ハナ', partOfSpeech: '名詞' },
    ],
    readings: [
      { kana: 'グレンハナ', romaji: 'gurenhana', origin: 'IPADIC' },
      { kana: 'グレンカ', romaji: 'gurenka', origin: 'KANJIDIC' },
      { kana: 'グレンケ', romaji: 'gurenke', origin: 'KANJIDIC' },
    ],
    keys: [
      { kind: 'FOLDED', key: '红莲华' },
      { kind: 'PROPOSED_ROMAJI', key: 'gurenhana' },
      { kind: 'PROPOSED_ROMAJI', key: 'gurenka' },
      { kind: 'PROPOSED_ROMAJI', key: 'gurenke' },
      { kind: 'PINYIN', key: 'honglianhua' },
      { kind: 'HANGUL', key: '홍연화' },
      { kind: 'CONSONANTS', key: 'grnhn' },
      { kind: 'CONSONANTS', key: 'grnk' },
    ],
  });
});

test('how Sockets, Inc. is read', async () => {
  expect(await explain('Sockets, Inc.')).toEqual({
    text: 'Sockets, Inc.',
    base: 'Sockets, Inc.',
    parts: [],
    tokens: ['Sockets', ',', 'Inc', '.'].map((surface) => ({ surface, reading: null, partOfSpeech: 'UNK' })),
    readings: [{ kana: 'Sockets, Inc.', romaji: 'Sockets, Inc.', origin: 'KANA' }],
    keys: [
      { kind: 'FOLDED', key: 'socketsinc' },
      { kind: 'ROMAJI', key: 'soketink' },
      { kind: 'BARE', key: 'sockets' },
      { kind: 'WORDS', key: 'inksoket' },
      { kind: 'CONSONANTS', key: 'sktnk' },
    ],
  });
});
