import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Progress } from '../seeds/progress.js';
import type { DataSource } from '../seeds/source.js';
import { annictTitles } from '../seeds/sources/annictTitles.js';
import { bangumiArchive } from '../seeds/sources/bangumiArchive.js';
import { imasparql } from '../seeds/sources/imasparql.js';
import { lasercutSongs } from '../seeds/sources/lasercutSongs.js';
import { madb } from '../seeds/sources/madb.js';
import { musicbrainz } from '../seeds/sources/musicbrainz.js';
import { sheet } from '../seeds/sources/sheet.js';
import { wikidata } from '../seeds/sources/wikidata.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe('what a load says of itself after ten seconds', () => {
  const said: string[] = [];

  beforeEach(() => {
    said.length = 0;
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function progress(): Progress {
    const begun = new Progress('madb', (line) => said.push(line));
    jest.advanceTimersByTime(10_000);
    return begun;
  }

  test('the first time, what is left is reckoned by how much of the input is read', () => {
    const first = progress();
    first.reach(0.25);
    first.tell({ read: 2000, statements: 5000 });
    expect(said).toEqual(['madb: █████░░░░░░░░░░░░░░░ 25 % 2,000 records read, 500 statements a second, 10 s, 30 s left.']);
  });

  test('later by how many records there were', () => {
    const later = progress();
    later.expected = 4000;
    later.reach(0.25);
    later.tell({ read: 2000, statements: 5000 });
    expect(said).toEqual(['madb: ██████████░░░░░░░░░░ 50 % 2,000 of 4,000 records read, 500 statements a second, 10 s, 10 s left.']);
  });

  test('nothing of what is left where neither is known', () => {
    progress().tell({ read: 2000, statements: 5000 });
    expect(said).toEqual(['madb: 2,000 records read, 500 statements a second, 10 s.']);
  });
});

describe('how much of its input a source has read', () => {
  const shared = (name: string) => at(`../../shared/data/${name}`);
  const sample = (name: string) => at(`./samples/formats/${name}`);
  const specials = mkdtempSync(join(tmpdir(), 'musubi-progress-'));
  const zip = 'metadata_an-col_an208_json.zip';
  const isThere = existsSync(shared(`madb/${zip}`));
  if (isThere) copyFileSync(shared(`madb/${zip}`), join(specials, zip));
  afterAll(() => rmSync(specials, { recursive: true }));

  const sources: readonly (readonly [string, DataSource, string])[] = [
    ['lines', annictTitles, shared('annict-titles')],
    ['rows with several records each', lasercutSongs, shared('lasercut-songs')],
    ...(isThere ? ([['a zip read twice', madb, specials]] as const) : []),
    ['RDF', imasparql, shared('imasparql')],
    ['a dump read twice', wikidata, sample('wikidata.json')],
    ['files of lines', bangumiArchive, sample('bangumi-archive')],
    ['files read twice', musicbrainz, sample('musicbrainz')],
    ['a folder of tables', sheet, at('../seeds/templates')],
  ];

  test.each(sources.filter(([, , path]) => existsSync(path)))('only grows, from little to all: %s', async (_, source, path) => {
    const shares: number[] = [];
    let read = 0;
    for await (const _reading of source.read(path, (share) => shares.push(share))) read += 1;
    expect(read).toBeGreaterThan(0);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares[0]).toBeLessThan(0.6);
    expect(shares.at(-1)).toBeGreaterThan(0.8);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});
