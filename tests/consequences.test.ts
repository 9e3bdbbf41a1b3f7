import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type LoadOptions, load, remove } from '../seeds/loader.js';
import { unheard } from '../seeds/reading/reached.js';
import type { DataSource, Reading } from '../seeds/source.js';
import type { Told } from '../seeds/told.js';
import { ensureIndexes } from '../src/graph/indexes.js';
import { type Editable, startEditable } from './support/editable.js';
import { type Part, source, told } from './support/smallSources.js';

jest.setTimeout(300_000);

let world: Editable;

beforeAll(async () => {
  world = await startEditable();
  await ensureIndexes(world.driver, world.database);
});

afterAll(() => world?.stop());

beforeEach(() => read('MATCH (n) DETACH DELETE n'));

async function read(text: string, parameters = {}): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { records } = await world.driver.executeQuery(text, parameters, { database: world.database });
  return records.map((record) => record.toObject());
}

const named = (...texts: readonly string[]) =>
  texts.map((text, nth) => ({ text, kind: nth === 0 ? ('OFFICIAL' as const) : ('ALIAS' as const), language: 'ja' }));

const into = () => ({ driver: world.driver, database: world.database });
const bring = (key: string, records: readonly Told[], options: LoadOptions = {}) => load(into(), source(key, records), '', options);

/** The works that are of one series with others, by series, those with the title of all marked. */
async function series(): Promise<readonly (readonly string[])[]> {
  const rows = await read(`MATCH (work:Work) WHERE work.series IS NOT NULL
    WITH work.series AS series, work.original + CASE WHEN work.titleOfSeries THEN '*' ELSE '' END AS title ORDER BY title
    RETURN series, collect(title) AS titles ORDER BY titles[0]`);
  return rows.map(({ titles }) => titles as string[]);
}

/** What may be one, by its names, with how sure that is. */
async function pairs(): Promise<readonly unknown[]> {
  const rows = await read(`MATCH (one)-[guess:MAY_BE]->(other)
    RETURN one.original AS one, other.original AS other, guess.confidence AS confidence ORDER BY one, other`);
  return rows.map(({ one, other, confidence }) => [one, other, confidence]);
}

const touched = async () => (await read('MATCH (thing:Touched) RETURN count(thing) AS count'))[0]?.['count'];

const railgun = told({ type: 'Work', ref: 'r1', names: named('とある科学の超電磁砲'), fields: { medium: 'ANIME', format: 'TV', start: '2009-10' } });
const railgunS = told({
  type: 'Work',
  ref: 'r2',
  names: named('とある科学の超電磁砲 第2期'),
  fields: { medium: 'ANIME', format: 'TV', start: '2013-04' },
});
const railgunT = told({ type: 'Work', ref: 'r3', names: named('とある科学の超電磁砲T', 'とある科学の超電磁砲 第3期'), fields: { medium: 'ANIME' } });
const index = told({ type: 'Work', ref: 'i1', names: named('とある魔術の禁書目録'), fields: { medium: 'ANIME' } });

describe('a series', () => {
  test('is found across two loads, and dissolved when its part is withdrawn', async () => {
    await bring('madb', [railgun, index]);
    expect(await series()).toEqual([]);
    await bring('annict-titles', [railgunS, railgunT]);
    expect(await series()).toEqual([['とある科学の超電磁砲', 'とある科学の超電磁砲 第2期', 'とある科学の超電磁砲T']]);
    await bring('annict-titles', [railgunT]);
    expect(await series()).toEqual([['とある科学の超電磁砲', 'とある科学の超電磁砲T']]);
    await remove(into(), 'annict-titles');
    expect(await series()).toEqual([]);
  });

  test('is what a franchise holds together, as long as it does', async () => {
    const franchise = told({ type: 'Franchise', ref: 'f', names: named('とあるシリーズ') });
    const partOf = (work: Told) => ({ ...work, facts: [{ type: 'PART_OF', other: 'f' }] }) as Told;
    await bring('madb', [franchise, partOf(railgun), partOf(index)]);
    expect(await series()).toEqual([['とある科学の超電磁砲', 'とある魔術の禁書目録']]);
    await bring('annict-titles', [railgunS]);
    expect(await series()).toEqual([['とある科学の超電磁砲', 'とある科学の超電磁砲 第2期', 'とある魔術の禁書目録']]);
    await bring('madb', [franchise, railgun, partOf(index)]);
    expect(await series()).toEqual([['とある科学の超電磁砲', 'とある科学の超電磁砲 第2期']]);
  });

  test('may have one part whose title is that of all', async () => {
    const films = ['第一章 俯瞰風景', '第二章 殺人考察', '第三章 痛覚残留', '第四章 伽藍の洞'].map((subtitle, nth) =>
      told({
        type: 'Work',
        ref: `k${nth}`,
        names: named(`空の境界の物語 ${subtitle}`, `空の境界の物語 第${nth + 1}部`),
        fields: { medium: 'FILM', start: `200${nth}` },
      }),
    );
    await bring('madb', films);
    await bring('annict-titles', [told({ type: 'Work', ref: 'k', names: named('空の境界の物語'), fields: { medium: 'ANIME', start: '2013' } })]);
    expect((await series())[0]).toContain('空の境界の物語*');
    expect((await series())[0]).toHaveLength(5);
  });

  test('is none where more works are called so than any series has, until they are fewer again', async () => {
    const many = Array.from({ length: 79 }, (_, nth) =>
      told({ type: 'Work', ref: `d${nth}`, names: named(`作品${nth}号`, '連続テレビ小説'), fields: { medium: 'DRAMA' } }),
    );
    const two = ['x', 'y'].map((ref) => told({ type: 'Work', ref, names: named(`別の作品${ref}`, '連続テレビ小説'), fields: { medium: 'DRAMA' } }));
    await bring('madb', many);
    expect((await series())[0]).toHaveLength(79);
    await bring('annict-titles', two);
    expect(await series()).toEqual([]);
    await bring('annict-titles', two.slice(1));
    expect((await series())[0]).toHaveLength(80);
  });
});

const kickBack = (ref: string, more: Partial<Told> = {}) => told({ type: 'Song', ref, names: named('KICK BACK'), link: 'BY_ID', ...more } as Part);

describe('what may be one', () => {
  test('is found between two sources, and gone when ids tell the two apart', async () => {
    await bring('madb', [kickBack('1', { ids: [{ site: 'ISRC', value: 'JPU902202670' }] })]);
    await bring('lasercut-songs', [kickBack('2')]);
    expect(await pairs()).toEqual([['KICK BACK', 'KICK BACK', 0.5]]);
    await bring('lasercut-songs', [kickBack('2', { ids: [{ site: 'ISRC', value: 'JPU902202671' }] })]);
    expect(await pairs()).toEqual([]);
  });

  test('is gone when one is removed, and more likely when both share a singer', async () => {
    const singer = told({ type: 'Artist', ref: 'a', names: named('米津玄師') });
    const sung = { facts: [{ type: 'PERFORMS', other: 'a', identity: { role: 'PERFORMER' } }] } as Partial<Told>;
    await bring('madb', [singer, kickBack('1', sung)]);
    await bring('lasercut-songs', [singer, kickBack('2')]);
    expect(await pairs()).toEqual([['KICK BACK', 'KICK BACK', 0.5]]);
    await bring('lasercut-songs', [singer, kickBack('2', sung)]);
    expect(await pairs()).toEqual([['KICK BACK', 'KICK BACK', 0.9]]);
    await remove(into(), 'lasercut-songs');
    expect(await pairs()).toEqual([]);
  });

  test('is not what somebody has said to be two, nor what a fact leads between', async () => {
    await bring('madb', [kickBack('1')]);
    await bring('lasercut-songs', [kickBack('2')]);
    await read('MATCH (one)-[guess:MAY_BE]->(other) DELETE guess CREATE (one)-[:IS_NOT]->(other)');
    await bring('lasercut-songs', [kickBack('2', { fields: { released: '2022' } })]);
    expect(await pairs()).toEqual([]);
  });

  test('is not told by a name that many have, until they are fewer again', async () => {
    const clerks = Array.from({ length: 31 }, (_, nth) => told({ type: 'Character', ref: `c${nth}`, names: named('店員さん'), link: 'BY_ID' }));
    await bring('madb', clerks.slice(0, 29));
    expect(await pairs()).toHaveLength((29 * 28) / 2);
    await bring('lasercut-songs', clerks.slice(29));
    expect(await pairs()).toHaveLength(0);
    await bring('lasercut-songs', clerks.slice(30));
    expect(await pairs()).toHaveLength((30 * 29) / 2);
  });
});

describe('the sweep', () => {
  const one = () => [railgun, index, told({ type: 'Song', ref: 's', names: named('only my railgun') }), kickBack('1')];
  const other = () => [railgunT, railgunS, kickBack('2'), told({ type: 'Song', ref: 't', names: named('Only My Railgun!'), link: 'BY_ID' })];

  test('comes to the same in whatever order things were loaded, at once or bit by bit', async () => {
    await bring('madb', one());
    await bring('lasercut-songs', other());
    const whole = await world.held('with guesses');
    await read('MATCH (n) DETACH DELETE n');
    await bring('lasercut-songs', other().reverse());
    await bring('madb', one().reverse());
    expect(await pairs()).toHaveLength(2);
    expect(await world.held('with guesses')).toEqual(whole);
    await read('MATCH (n) DETACH DELETE n');
    for (const each of one()) await bring('madb', [each], { partial: true });
    for (const each of other()) await bring('lasercut-songs', [each], { partial: true });
    expect(await world.held('with guesses')).toEqual(whole);
  });

  test('is completed by the next load when one is killed before it', async () => {
    await bring('madb', one());
    await bring('lasercut-songs', other());
    const whole = await world.held('with guesses');
    await read('MATCH (n) DETACH DELETE n');
    await bring('madb', one());
    const killed = source('lasercut-songs', other());
    const cutOff: DataSource = {
      ...killed,
      *read() {
        yield* killed.read('', unheard) as Iterable<Reading>;
        // One batch is written before this is asked for.
        for (let nth = 0; nth < 5000; nth++) yield { rejected: { place: `${nth}`, reason: 'No title.', row: '' } };
        throw new Error('killed');
      },
    };
    await expect(load(into(), cutOff, '')).rejects.toThrow('killed');
    expect(await touched()).toBeGreaterThan(0);
    expect(await pairs()).toEqual([]);
    await bring('lasercut-songs', other());
    expect(await touched()).toBe(0);
    expect(await world.held('with guesses')).toEqual(whole);
  });
});
