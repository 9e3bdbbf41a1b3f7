import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Driver } from 'neo4j-driver';
import { curatedFacts } from '../seeds/facts.js';
import { defaultData, factsFolder, loadDefault } from '../seeds/load.js';
import { type Rows, rowsOf } from '../seeds/rows.js';
import type { Statements } from '../seeds/statements.js';
import { connect } from '../src/neo4j/connect.js';
import { type Embedded, startEmbedded } from '../src/neo4j/embedded.js';

jest.setTimeout(120_000);

const curated = curatedFacts(factsFolder);
const everything = () => rowsOf(defaultData.statements());

let home: string;
let neo4j: Embedded;
let driver: Driver;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'musubi-load-'));
  neo4j = await startEmbedded({ home, jars: resolve('.musubi', 'lib'), report: () => {} });
  driver = await connect(neo4j);
});

afterAll(async () => {
  await driver?.close();
  await neo4j?.stop();
  await rm(home, { recursive: true, force: true });
});

test('a load that is cut off half-way is completed by the next', async () => {
  await expect(load([curated], cutOffHalfWay)).rejects.toThrow('cut off');
  const half = await held();
  await load([curated]);
  const rows = rowsOf([curated]);
  expect(Object.keys(half).length).toBeGreaterThan(0);
  expect(counts(half)).not.toEqual(countsOf(rows));
  expect(counts(await held())).toEqual(countsOf(rows));
});

test('what is loaded already is not loaded again', async () => {
  const reported: string[] = [];
  await load([curated], (line) => reported.push(line));
  expect(reported).toEqual([]);
});

test('loading twice changes nothing', async () => {
  const before = await held();
  await driver.executeQuery('MATCH (load:Load) DELETE load', {}, { database: neo4j.database });
  const reported: string[] = [];
  await load([curated], (line) => reported.push(line));
  expect(reported[0]).toBe('Loading the default data: curated facts, bangumi-data, bgmd, arm.');
  expect(await held()).toEqual(before);
});

test('what is no longer said is withdrawn, and comes back the same when it is said again', async () => {
  const before = await held();
  const fewer = withoutKind(curated, 'TieUp');
  await load([fewer]);
  expect(counts(await held())).toEqual(countsOf(rowsOf([fewer])));
  await load([curated]);
  expect(await held()).toEqual(before);
});

test('all rows, ids included, are the same in every load', () => {
  const checksumOf = ({ nodes, relationships }: Rows) => checksum([...nodes, ...relationships].map((part) => JSON.stringify(part)));
  expect(checksumOf(everything())).toBe(checksumOf(everything()));
});

test('ids are the same on every machine, with the imported data and without', () => {
  const pinned = {
    Work: { wrk_hjy95qp21a423w: 'チェンソーマン', wrk_9mpea8j5ek77da: '鬼滅の刃' },
    Song: { sng_xxvxzgsh01r4f5: 'KICK BACK' },
    Artist: { art_j5etpjs0y8hmrw: '米津玄師', art_17zf4d7tvr88qj: 'LiSA' },
    Character: { chr_a59e4r69ph0c4d: 'デンジ' },
    Goods: { gds_5ptm17pyjg9s7p: 'ねんどろいど パワー' },
    Organization: { org_znjx2p22gzh17p: 'テレビ東京' },
    Franchise: { frn_w8169611tnjwg6: 'チェンソーマン' },
    Factor: { fac_1r59s0hfvfm8q0: 'Slap bass' },
  };
  for (const { nodes } of [rowsOf([curated]), everything()]) {
    const named = Object.entries(pinned).map(([label, ids]) => {
      const originals = new Map(nodes.get(label)?.map(({ key, properties }) => [key, properties['original']]));
      return [label, Object.fromEntries(Object.keys(ids).map((id) => [id, originals.get(id)]))];
    });
    expect(Object.fromEntries(named)).toEqual(pinned);
  }
});

const load = (statements: readonly Statements[], report: (line: string) => void = () => {}) =>
  loadDefault(driver, neo4j.database, report, { stamp: () => checksum([JSON.stringify(statements)]), statements: () => statements });

/** Ends the load at the first line of progress past its half. */
function cutOffHalfWay(line: string): void {
  const [done = 0, total = 0] = (/^Loading: ([\d,]+) of ([\d,]+)/.exec(line) ?? []).slice(1).map((number) => Number(number.replaceAll(',', '')));
  if (done > total / 2) throw new Error('cut off');
}

/** The same without the things of a kind and what is said of them. */
function withoutKind({ sources, things, facts }: Statements, kind: string): Statements {
  const is = (ref: string) => ref.startsWith(`${kind}:`);
  return { sources, things: things.filter(({ type }) => type !== kind), facts: facts.filter(({ from, to }) => !is(from) && !is(to)) };
}

interface Part {
  readonly count: number;
  readonly checksum: string;
}

/** What the graph holds: of each label and each type of relationship how many, and a checksum of all their properties. */
async function held(): Promise<Readonly<Record<string, Part>>> {
  const parts = new Map<string, string[]>();
  const add = (part: string, content: unknown) => (parts.get(part) ?? parts.set(part, []).get(part))?.push(JSON.stringify(content));
  for (const { label, properties } of await read('MATCH (node) WHERE NOT node:Load RETURN labels(node)[0] AS label, properties(node) AS properties'))
    add(String(label), sorted(properties));
  const relationships =
    'MATCH (from)-[fact]->(to) RETURN type(fact) AS type, coalesce(from.id, from.key) AS from, coalesce(to.id, to.key) AS to, properties(fact) AS properties';
  for (const { type, from, to, properties } of await read(relationships)) add(String(type), [from, to, sorted(properties)]);
  return Object.fromEntries([...parts].map(([part, contents]) => [part, { count: contents.length, checksum: checksum(contents) }]));
}

async function read(cypher: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { records } = await driver.executeQuery(cypher, {}, { database: neo4j.database });
  return records.map((record) => record.toObject());
}

/** Properties in one order, without the stamp of the load, which tells one load from another. */
const sorted = (properties: unknown) =>
  Object.entries(properties as object)
    .filter(([name]) => name !== 'load')
    .sort(([one], [other]) => (one < other ? -1 : 1));

const checksum = (contents: readonly string[]) => createHash('sha256').update(contents.toSorted().join('\n')).digest('hex');

const counts = (parts: Readonly<Record<string, Part>>) => Object.fromEntries(Object.entries(parts).map(([part, { count }]) => [part, count]));

function countsOf({ nodes, relationships }: Rows): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [label, rows] of nodes) found[label] = rows.length;
  for (const [kind, rows] of relationships) {
    const [, type = ''] = kind.split(' ');
    found[type] = (found[type] ?? 0) + rows.length;
  }
  return found;
}
