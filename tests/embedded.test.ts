import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { connect } from '../src/neo4j/connect.js';
import { type Embedded, startEmbedded } from '../src/neo4j/embedded.js';
import { wholeFolder } from '../src/neo4j/wholeFolder.js';

jest.setTimeout(120_000);

const jars = resolve('.musubi', 'lib');
const reported: string[] = [];
let home: string;
let neo4j: Embedded;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'musubi-home-'));
  neo4j = await start();
});

afterAll(async () => {
  await neo4j.stop();
  await rm(home, { recursive: true });
});

test('answers Bolt as the user and database that it tells', async () => {
  expect(neo4j).toMatchObject({ uri: expect.stringMatching(/^bolt:\/\/127\.0\.0\.1:\d+$/), user: 'neo4j', database: 'neo4j' });
  expect(await ask('RETURN 1 + 1 AS answer')).toEqual([{ answer: 2 }]);
});

test('can be reached from this machine only', async () => {
  expect(await listeningAddresses(await jvmPid())).toEqual([`127.0.0.1:${new URL(neo4j.uri).port}`]);
});

test('keeps the generated password to the owner of the folder', async () => {
  const file = join(home, 'password');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toBe(`${neo4j.password}\n`);
});

test('refuses a wrong password', async () => {
  await expect(connect({ ...neo4j, password: 'neo4j' })).rejects.toThrow(
    `Neo4j at ${neo4j.uri} refused the password of user neo4j. Correct NEO4J_USER and NEO4J_PASSWORD.`,
  );
});

test('says that a database is not there', async () => {
  await expect(connect({ ...neo4j, database: 'songs' })).rejects.toThrow(`Neo4j at ${neo4j.uri} has no database songs.`);
});

test('says that nothing listens at an address', async () => {
  const uri = `bolt://127.0.0.1:${await unusedPort()}`;
  await expect(connect({ ...neo4j, uri })).rejects.toThrow(`No Neo4j could be reached at ${uri} (connect ECONNREFUSED`);
});

test('says what an address looks like', async () => {
  await expect(connect({ ...neo4j, uri: 'http://localhost:7474' })).rejects.toThrow('but got http://localhost:7474. Correct NEO4J_URI.');
});

test('serves one process at a time, and names it', async () => {
  await expect(start()).rejects.toThrow(
    `A Neo4j home serves one process at a time, but process ${process.pid} has ${home}. Stop that process, or start with another home.`,
  );
});

test('stops with its JVM, and has kept the data at the next start', async () => {
  await ask("CREATE (:Song {title: 'KICK BACK'})");
  const pid = await jvmPid();
  await neo4j.stop();
  expect(await neo4j.exited).toBe(0);
  expect(lives(pid)).toBe(false);
  neo4j = await start();
  expect(await ask('MATCH (s:Song) RETURN s.title AS title')).toEqual([{ title: 'KICK BACK' }]);
});

test('recovers the data after kill -9, and gives out a new password where the file was lost', async () => {
  await ask("CREATE (:Song {title: 'Lemon'})");
  process.kill(await jvmPid(), 'SIGKILL');
  expect(await neo4j.exited).toBeNull();
  await rm(join(home, 'password'));
  const lost = neo4j.password;
  neo4j = await start();
  expect(await ask('MATCH (s:Song) RETURN s.title AS title ORDER BY title')).toEqual([{ title: 'KICK BACK' }, { title: 'Lemon' }]);
  expect(neo4j.password).not.toBe(lost);
  expect(reported).toContain(`${join(home, 'password')} is gone, but the data is there: a new password is generated and given to Neo4j.`);
});

test('leaves no JVM behind when its parent is killed, and the next start takes the home over', async () => {
  await neo4j.stop();
  const parent = nodeThatStarts();
  await expect(parent.said).resolves.toMatch(/^bolt:/);
  const jvm = await jvmPid();
  parent.kill();
  neo4j = await start(); // at once: it waits for the JVM that is on its way out
  expect(lives(jvm)).toBe(false);
  expect(await ask('MATCH (s:Song) RETURN count(s) AS songs')).toEqual([{ songs: 2 }]);
});

test('begins anew where the very first start was cut off', async () => {
  const cutOff = await homeWith({ creating: '', data: 'half a store' });
  const anew = await startEmbedded({ home: cutOff, jars, report: () => {} });
  await anew.stop();
  expect(existsSync(join(cutOff, 'creating'))).toBe(false);
});

test('says why Neo4j does not start, and leaves what it finds', async () => {
  const broken = await homeWith({ data: 'not ours' });
  await expect(startEmbedded({ home: broken, jars, report: () => {} })).rejects.toThrow(
    new RegExp(`^Neo4j in ${broken} did not start: its JVM ended with code 1\\.\n.*Exception.*\n[^]*delete ${broken}/data and start again\\.$`),
  );
  expect(await readFile(join(broken, 'data'), 'utf8')).toBe('not ours');
});

test('asks for a JDK where there is none', async () => {
  const nowhere = join(home, 'nowhere');
  const noPath = nodeThatStarts({ PATH: nowhere, JAVA_HOME: '' });
  const wrongHome = nodeThatStarts({ JAVA_HOME: nowhere });
  await expect(noPath.said).resolves.toMatch(/^The embedded Neo4j needs Java, but the PATH holds no java that runs\. Install a JDK of version 17/);
  await expect(wrongHome.said).resolves.toMatch(`The embedded Neo4j needs Java, but JAVA_HOME is ${nowhere}, which holds no java that runs.`);
});

test('a folder that was filled half is not there', async () => {
  const folder = join(home, 'half');
  const failed = wholeFolder(folder, () => Promise.reject(new Error('killed')));
  await expect(failed).rejects.toThrow('killed');
  expect((await readdir(home)).filter((name) => name.startsWith('half'))).toEqual([]);
});

function start(): Promise<Embedded> {
  return startEmbedded({ home, jars, report: (line) => reported.push(line) });
}

/** A folder of its own, deleted with our home. */
async function homeWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(home, 'other-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function ask(cypher: string): Promise<unknown[]> {
  const driver = await connect(neo4j);
  try {
    return (await driver.executeQuery(cypher)).records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}

async function jvmPid(): Promise<number> {
  const [, jvm] = (await readFile(join(home, 'lock'), 'utf8')).split(' ');
  return Number(jvm);
}

function lives(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

/** Another Node that starts Neo4j in our home; what it says is the address or the error. */
function nodeThatStarts(env: NodeJS.ProcessEnv = {}) {
  const module = new URL('../src/neo4j/embedded.ts', import.meta.url);
  const script = `import { startEmbedded } from '${module}';
    const folders = ${JSON.stringify({ home, jars })};
    startEmbedded({ ...folders, report: () => {} }).then(({ uri }) => console.log(uri), (error) => console.log(error.message));`;
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script];
  const node = spawn(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const said = new Promise<string>((tell) => createInterface({ input: node.stdout }).once('line', tell));
  return { said, kill: () => node.kill('SIGKILL') };
}

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The system's table of sockets, of those that the process has open and that listen. */
async function listeningAddresses(pid: number): Promise<string[]> {
  const files = await readdir(`/proc/${pid}/fd`);
  const open = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')));
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')));
  const sockets = tables.flatMap((table) => table.trim().split('\n').slice(1)).map((row) => row.trim().split(/\s+/));
  return sockets
    .filter(([, , , state, , , , , , inode]) => state === '0A' && open.includes(`socket:[${inode}]`))
    .map(([, local = '']) => readable(local));
}

/** "0100007F:1F90", also behind an IPv6 prefix, is 127.0.0.1:8080. */
function readable(local: string): string {
  const [address = '', port = ''] = local.split(':');
  const bytes = address.replace(/^0000000000000000FFFF0000/, '').match(/../g) ?? [];
  return `${bytes
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.')}:${Number.parseInt(port, 16)}`;
}
