import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testAddress } from './support/database.js';

const home = mkdtempSync(join(tmpdir(), 'musubi-start-'));
symlinkSync(resolve('.musubi/lib'), join(home, 'lib'));
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly seconds: number;
}

function run(settings: Readonly<Record<string, string>>) {
  const { NEO4J_URI: _uri, ...inherited } = process.env;
  const child = spawn(process.execPath, ['src/start.mjs'], {
    env: { ...inherited, PORT: '0', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return { child, output: () => output };
}

/** What `npm start` runs, until it says where it answers. */
async function start(settings: Readonly<Record<string, string>>): Promise<Started> {
  const begun = Date.now();
  const { child, output } = run(settings);
  while (child.exitCode === null && child.signalCode === null) {
    const url = /answers at (http:\S+?)\/ /.exec(output())?.[1];
    if (url) return { child, url, seconds: (Date.now() - begun) / 1000 };
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`It ended: ${output()}`);
}

/** What it says where it can't start. */
async function refusal(settings: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output } = run(settings);
  const [code] = await once(child, 'exit');
  return { code, output: output().trim() };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill(signal);
  const [code] = await gone;
  return code;
}

async function opening(url: string): Promise<unknown> {
  const query = '{ search(query: "KICK BACK", kinds: [SONG], first: 1) { nodes { ... on Song { works { nodes { title { original } } } } } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

const kickBackOpens = { data: { search: { nodes: [{ works: { nodes: [{ title: { original: 'チェンソーマン' } }] } }] } } };

/** Java processes that run on this home. */
function databases(): readonly string[] {
  const listed = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
  return listed.split('\n').filter((line) => line.includes('java') && line.includes(home));
}

async function within(seconds: number, holds: () => boolean): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (holds()) return true;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return holds();
}

/** All of the default data is loaded by the tests' own database. */
const own = { MUSUBI_HOME: home, MUSUBI_SOURCES: 'curated,sockets-briefing-2024' };

describe('npm start on a home of its own', () => {
  let first: Started;

  beforeAll(async () => {
    first = await start(own);
  }, 300_000);

  test('loads the data that is chosen, and answers', async () => {
    expect(await opening(first.url)).toEqual(kickBackOpens);
  });

  test('a second start on the same home says which process holds it', async () => {
    const { code, output } = await refusal(own);
    expect(code).toBe(1);
    expect(output).toContain(String(first.child.pid));
  });

  test('SIGTERM stops the server and the database cleanly', async () => {
    expect(await end(first.child, 'SIGTERM')).toBe(0);
    expect(databases()).toEqual([]);
  });

  test('the second start is quick and has kept the data; after kill -9 no database is left; the next start recovers', async () => {
    const second = await start(own);
    expect(await opening(second.url)).toEqual(kickBackOpens);
    await end(second.child, 'SIGKILL');
    expect(await within(10, () => databases().length === 0)).toBe(true);
    const third = await start(own);
    expect(await opening(third.url)).toEqual(kickBackOpens);
    expect(await end(third.child, 'SIGINT')).toBe(0);
    expect(second.seconds).toBeLessThan(60);
  }, 180_000);
});

describe('npm start on another Neo4j', () => {
  const { uri, user, password } = testAddress();
  const settings = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };

  test('uses that one and starts none', async () => {
    const started = await start(settings);
    expect(await opening(started.url)).toEqual(kickBackOpens);
    expect(databases()).toEqual([]);
    expect(await end(started.child, 'SIGTERM')).toBe(0);
  }, 90_000);

  test('a wrong password is told', async () => {
    const { code, output } = await refusal({ ...settings, NEO4J_PASSWORD: 'wrong' });
    expect({ code, output }).toEqual({
      code: 1,
      output: `Neo4j at ${uri} refused the password of user ${user}. Correct NEO4J_USER and NEO4J_PASSWORD.`,
    });
  });

  test('a port that is taken is told', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { code, output } = await refusal({ ...settings, PORT: port });
    holder.close();
    expect({ code, output }).toEqual({
      code: 1,
      output: `Port ${port} is taken by another process. Stop that one, or choose another: PORT=4001 npm start`,
    });
  }, 60_000);

  test('a setting that is none is told', async () => {
    const { code, output } = await refusal({ ...settings, PORT: 'many' });
    expect({ code, output }).toEqual({
      code: 1,
      output: "A setting is not right: PORT: PORT must be a number between 0 and 65535. The README's table tells the settings.",
    });
  });
});
