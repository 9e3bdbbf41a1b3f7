import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Editable, startEditable } from './support/editable.js';

jest.setTimeout(120_000);

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'musubi-command-'));
const sheet = join(root, 'seeds', 'templates', 'song-sheet.jsonl');

let world: Editable;

beforeAll(async () => {
  world = await startEditable();
});

afterAll(async () => {
  await world?.stop();
  rmSync(home, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** `npm run load`, without npm. */
const run = (...given: readonly string[]) =>
  new Promise<Ended>((resolve) => {
    const { uri, user, password, database } = world.address;
    const settings = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database, MUSUBI_HOME: home };
    execFile(
      process.execPath,
      ['--import', 'tsx', 'seeds/loadCommand.ts', ...given],
      { cwd: root, env: { ...process.env, ...settings } },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });

/** The figures of a source's line, by the names of the columns. */
function figuresIn(output: string, source: string): Readonly<Record<string, string>> {
  const lines = output.split('\n').map((line) => line.split(/ {2,}/));
  const names = lines.find(([first]) => first === 'source') ?? [];
  const line = lines.findLast(([first]) => first === source) ?? [];
  return Object.fromEntries(names.map((name, column) => [name, line[column] ?? '']));
}

describe('a sheet of one’s own', () => {
  test('is checked without a database', async () => {
    expect(await run('check', sheet)).toEqual({ code: 0, output: `${sheet} is as it should be.\n` });
  });

  test('is looked at first, if one likes', async () => {
    const { code, output } = await run('sheet', sheet, '--dry-run');
    expect({ code, ...figuresIn(output, 'sheet:kick-back') }).toMatchObject({ code: 0, rejected: '0', open: '0' });
    expect((await world.ask('{ works { totalCount } }')).data).toEqual({ works: { totalCount: 0 } });
  });

  test('is loaded, with a report that adds up; loaded again, nothing changes', async () => {
    const first = await run('sheet', sheet);
    const { read, loaded, merged, open, rejected, changed } = figuresIn(first.output, 'sheet:kick-back');
    expect(first.code).toBe(0);
    expect(Number(read)).toBeGreaterThan(10);
    expect(Number(loaded) + Number(merged) + Number(open) + Number(rejected)).toBe(Number(read));
    expect(changed).toBe(read);
    const { data } = await world.ask('{ songs { nodes { artists { artist { name { original } } role } } } }');
    expect(JSON.stringify(data)).toContain('米津玄師');
    const again = await run('sheet', sheet);
    expect(figuresIn(again.output, 'sheet:kick-back')).toMatchObject({ read, changed: '0', withdrawn: '0' });
  });

  test('with a bad row: the rest is taken, and a file says which, where and why', async () => {
    const file = join(home, 'bad.jsonl');
    writeFileSync(file, `${readFileSync(sheet, 'utf8').trimEnd()}\n{"type": "song", "title": "X", "released": "yesterday"}\n`);
    const { code, output } = await run('sheet', file);
    expect(code).toBe(2);
    expect(figuresIn(output, 'sheet:kick-back')).toMatchObject({ rejected: '1' });
    const rejected = join(home, 'rejected', 'sheet.jsonl');
    expect(output).toContain(rejected);
    const [row] = readFileSync(rejected, 'utf8').trim().split('\n');
    expect(JSON.parse(row ?? '')).toEqual({ place: expect.stringContaining('bad.jsonl:'), reason: expect.any(String), row: expect.any(String) });
  });

  test('has no questions open, and goes without a trace', async () => {
    expect((await run('review')).output).toContain('0 questions.');
    const { code, output } = await run('remove', 'sheet:kick-back');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('records of sheet:kick-back are out') });
    expect((await world.ask('{ works { totalCount } songs { totalCount } }')).data).toEqual({ works: { totalCount: 0 }, songs: { totalCount: 0 } });
  });
});

test('what is asked wrongly is told how it is asked rightly', async () => {
  expect(await run('madbb', 'x')).toMatchObject({ code: 1, output: expect.stringContaining('A source must be one of') });
  expect(await run()).toMatchObject({ code: 1, output: expect.stringContaining('npm run load -- <source> <path>') });
});
