import { describe, expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

const yonezu = 'art_j5etpjs0y8hmrw';
const tvTokyo = 'org_znjx2p22gzh17p';
const chainsawMan = 'wrk_hjy95qp21a423w';
const mappa = 'org_a85me19qv9mhbj';

/** How many there are of each list. */
const counts = async (lists: Readonly<Record<string, string>>): Promise<Readonly<Record<string, number>>> => {
  const { data, errors } = await ask(
    `{ ${Object.entries(lists)
      .map(([name, list]) => `${name}: ${list} { totalCount }`)
      .join(' ')} }`,
  );
  expect(errors).toEqual([]);
  return Object.fromEntries(Object.entries(data ?? {}).map(([name, list]) => [name, (list as { totalCount: number }).totalCount]));
};

describe('works', () => {
  test('of a franchise, made by a studio, shown on television: チェンソーマン', async () => {
    const { data } = await ask(
      `{ works(where: {franchise: {in: ["frn_w8169611tnjwg6"]}, studio: {in: ["${mappa}"]}, format: {in: [TV]}}) { totalCount nodes { id title { original } } } }`,
    );
    expect(data).toEqual({ works: { totalCount: 1, nodes: [{ id: chainsawMan, title: { original: 'チェンソーマン' } }] } });
  });

  test('of a year and a season: all started in its three months', async () => {
    const { data } = await ask(
      '{ works(first: 100, where: {year: {from: 2022, to: 2022}, season: {in: [AUTUMN]}, source: {in: ["curated"]}}) { nodes { season start { year month } } } }',
    );
    const { nodes } = data?.['works'] as { nodes: { season: string; start: { year: number; month: number } }[] };
    expect(nodes.length).toBeGreaterThan(5);
    expect(nodes.filter(({ season, start }) => season !== 'AUTUMN' || start.year !== 2022 || start.month < 10)).toEqual([]);
  });

  test('the four seasons and the works whose month is not known are all works', async () => {
    const year = 'year: {from: 2022, to: 2022}';
    const { all, winter, spring, summer, autumn, none } = await counts({
      all: `works(where: {${year}})`,
      winter: `works(where: {${year}, season: {in: [WINTER]}})`,
      spring: `works(where: {${year}, season: {in: [SPRING]}})`,
      summer: `works(where: {${year}, season: {in: [SUMMER]}})`,
      autumn: `works(where: {${year}, season: {in: [AUTUMN]}})`,
      none: `works(where: {${year}, NOT: {season: {in: [WINTER, SPRING, SUMMER, AUTUMN]}}})`,
    });
    expect(Number(winter) + Number(spring) + Number(summer) + Number(autumn) + Number(none)).toBe(all);
  });

  test('a range of years holds both its ends, and may be open on either side', async () => {
    const { before, within, after, open, dated } = await counts({
      before: 'works(where: {year: {to: 2018}})',
      within: 'works(where: {year: {from: 2019, to: 2020}})',
      after: 'works(where: {year: {from: 2021}})',
      open: 'works(where: {year: {from: 2019}})',
      dated: 'works(where: {year: {}})',
    });
    expect({ open, dated }).toEqual({ open: Number(within) + Number(after), dated: Number(before) + Number(within) + Number(after) });
  });

  test('dramas that a song of 米津玄師 is the main theme of', async () => {
    const { data } = await ask(
      `{ works(where: {medium: {in: [DRAMA]}, year: {to: 2021}, tieUps: {some: {kind: {in: [MAIN_THEME]}, artist: {id: {in: ["${yonezu}"]}}}}}, orderBy: [{field: START}]) { nodes { title { original } medium } } }`,
    );
    expect(data).toEqual({
      works: { nodes: ['アンナチュラル', 'ノーサイド・ゲーム', 'MIU404', 'リコカツ'].map((original) => ({ title: { original }, medium: 'DRAMA' })) },
    });
  });

  test('with a title, and without', async () => {
    const { all, titled, untitled } = await counts({
      all: 'works',
      titled: 'works(where: {titled: true})',
      untitled: 'works(where: {titled: false})',
    });
    expect(Number(titled) + Number(untitled)).toBe(all);
    expect(Math.min(Number(titled), Number(untitled))).toBeGreaterThan(5_000);
  });

  test('of one source: チェンソーマン is stated by two', async () => {
    const stated = (sources: string) => `works(where: {id: {in: ["${chainsawMan}"]}, source: {in: ${sources}}})`;
    expect(
      await counts({
        curated: stated('["curated"]'),
        bangumi: stated('["bangumi-data"]'),
        arm: stated('["arm"]'),
        both: stated('["bangumi-data", "curated"]'),
      }),
    ).toEqual({
      curated: 1,
      bangumi: 1,
      arm: 0,
      both: 1,
    });
  });
});

describe('tie-ups', () => {
  test('of 米津玄師 as openings on テレビ東京: KICK BACK', async () => {
    const { data } = await ask(
      `{ tieUps(where: {kind: {in: [OPENING]}, artist: {id: {in: ["${yonezu}"]}}, broadcaster: {in: ["${tvTokyo}"]}}) { totalCount nodes { kind song { title { original } } } } }`,
    );
    expect(data).toEqual({ tieUps: { totalCount: 1, nodes: [{ kind: 'OPENING', song: { title: { original: 'KICK BACK' } } }] } });
  });

  test('of 2022 are those whose work started in 2022', async () => {
    const { data } = await ask(
      '{ tieUps(first: 100, where: {year: {from: 2022, to: 2022}, kind: {in: [OPENING, ENDING]}}) { nodes { kind work { start { year } } } } }',
    );
    const { nodes } = data?.['tieUps'] as { nodes: { kind: string; work: { start: { year: number } } }[] };
    expect(nodes.length).toBeGreaterThan(20);
    expect(nodes.filter(({ kind, work }) => work.start.year !== 2022 || !['OPENING', 'ENDING'].includes(kind))).toEqual([]);
  });

  test('each kind and all the others are all', async () => {
    const { all, openings, others } = await counts({
      all: 'tieUps',
      openings: 'tieUps(where: {kind: {in: [OPENING]}})',
      others: 'tieUps(where: {NOT: {kind: {in: [OPENING]}}})',
    });
    expect(Number(openings) + Number(others)).toBe(all);
    expect(Number(openings)).toBeGreaterThan(100);
  });

  test('by groups of チェンソーマン', async () => {
    const { data } = await ask(
      `{ tieUps(where: {work: {id: {in: ["${chainsawMan}"]}}, artist: {kind: {in: [GROUP]}}}) { nodes { song { title { original } artists { role artist { kind } } } } } }`,
    );
    const { nodes } = data?.['tieUps'] as {
      nodes: { song: { title: { original: string }; artists: { role: string; artist: { kind: string } }[] } }[];
    };
    expect(nodes.map(({ song }) => song.title.original).toSorted()).toEqual(['DOGLAND', 'バイオレンス', '刃渡り2億センチ', '残機']);
    expect(nodes.filter(({ song }) => !song.artists.some(({ role, artist }) => role === 'PERFORMER' && artist.kind === 'GROUP'))).toEqual([]);
  });

  test('from the briefing there is one: KICK BACK', async () => {
    const { data } = await ask('{ tieUps(where: {source: {in: ["sockets-briefing-2024"]}}) { nodes { song { title { original } } } } }');
    expect(data).toEqual({ tieUps: { nodes: [{ song: { title: { original: 'KICK BACK' } } }] } });
  });
});

describe('songs, artists, characters', () => {
  test('songs of 2022 by 米津玄師', async () => {
    const { data } = await ask(
      `{ songs(where: {year: {from: 2022, to: 2022}, artists: {some: {id: {in: ["${yonezu}"]}}}}) { nodes { title { original } } } }`,
    );
    expect(data).toEqual({ songs: { nodes: [{ title: { original: 'KICK BACK' } }, { title: { original: 'M八七' } }] } });
  });

  test('members of YOASOBI', async () => {
    const { data } = await ask('{ artists(where: {memberOf: {in: ["art_7f4v4f4kaet78j"]}}) { nodes { name { original } } } }');
    expect(data).toEqual({ artists: { nodes: [{ name: { original: 'Ayase' } }, { name: { original: '幾田りら' } }] } });
  });

  test('artists born in 1991 with a song in チェンソーマン: 米津玄師', async () => {
    const { data } = await ask(
      `{ artists(where: {born: {from: 1991, to: 1991}, songs: {some: {tieUps: {some: {work: {id: {in: ["${chainsawMan}"]}}}}}}}) { nodes { name { original } } } }`,
    );
    expect(data).toEqual({ artists: { nodes: [{ name: { original: '米津玄師' } }] } });
  });

  test('who voices a woman in チェンソーマン as a main character of it', async () => {
    const { data } = await ask(
      `{ artists(where: {voices: {some: {gender: {in: [FEMALE]}, works: {some: {id: {in: ["${chainsawMan}"]}}}}}}) { nodes { name { original } } } }`,
    );
    const { nodes } = data?.['artists'] as { nodes: { name: { original: string } }[] };
    expect(nodes.map(({ name }) => name.original).toSorted()).toEqual(
      ['ファイルーズあい', '上田麗奈', '伊瀬茉莉也', '楠木ともり', '高橋花林'].toSorted(),
    );
  });

  test('characters of チェンソーマン voiced by 楠木ともり: マキマ', async () => {
    const { data } = await ask(
      `{ characters(where: {works: {some: {id: {in: ["${chainsawMan}"]}}}, voicedBy: {some: {voices: {some: {id: {in: ["chr_wab1372z8t435e"]}}}}}}) { nodes { name { original } } } }`,
    );
    expect(data).toEqual({ characters: { nodes: [{ name: { original: 'マキマ' } }] } });
  });

  test('with goods and without them, all characters', async () => {
    const { all, some, none } = await counts({
      all: 'characters',
      some: 'characters(where: {hasGoods: true})',
      none: 'characters(where: {hasGoods: false})',
    });
    expect(Number(some) + Number(none)).toBe(all);
  });
});

describe('AND, OR, NOT', () => {
  const openings = '{kind: {in: [OPENING]}}';
  const yonezus = `{artist: {id: {in: ["${yonezu}"]}}}`;

  test('conditions side by side are the same as AND', async () => {
    const { side, and } = await counts({
      side: `tieUps(where: {kind: {in: [OPENING]}, artist: {id: {in: ["${yonezu}"]}}})`,
      and: `tieUps(where: {AND: [${openings}, ${yonezus}]})`,
    });
    expect(side).toBe(and);
    expect(and).toBeGreaterThan(2);
  });

  test('this or that: as many as this and that, but for those that are both', async () => {
    const { one, other, both, either } = await counts({
      one: `tieUps(where: ${openings})`,
      other: `tieUps(where: ${yonezus})`,
      both: `tieUps(where: {AND: [${openings}, ${yonezus}]})`,
      either: `tieUps(where: {OR: [${openings}, ${yonezus}]})`,
    });
    expect(either).toBe(Number(one) + Number(other) - Number(both));
  });

  test('neither this nor that: all the others', async () => {
    const { all, either, neither, same } = await counts({
      all: 'tieUps',
      either: `tieUps(where: {OR: [${openings}, ${yonezus}]})`,
      neither: `tieUps(where: {NOT: {OR: [${openings}, ${yonezus}]}})`,
      same: `tieUps(where: {AND: [{NOT: ${openings}}, {NOT: ${yonezus}}]})`,
    });
    expect({ neither, same }).toEqual({ neither: Number(all) - Number(either), same: neither });
  });

  test('NOT holds of what is not known, too: works without a year', async () => {
    const { all, dated, undated } = await counts({
      all: 'works(where: {titled: true})',
      dated: 'works(where: {titled: true, year: {}})',
      undated: 'works(where: {titled: true, NOT: {year: {}}})',
    });
    expect(Number(dated) + Number(undated)).toBe(all);
  });

  test('no conditions are no condition; none of no alternatives holds', async () => {
    const { all, empty, and, or, none } = await counts({
      all: 'songs',
      empty: 'songs(where: {})',
      and: 'songs(where: {AND: []})',
      or: 'songs(where: {OR: []})',
      none: 'songs(where: {id: {in: []}})',
    });
    expect({ empty, and, or, none }).toEqual({ empty: all, and: all, or: 0, none: 0 });
  });
});
