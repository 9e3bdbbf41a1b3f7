import { spawn } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { connect as connectSocket, createServer, type Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRetryableError, Neo4jError } from 'neo4j-driver';
import { type Bolt, type BoltOptions, openBolt } from '../src/bolt/bolt.js';
import { NotForBolt } from '../src/bolt/notForBolt.js';
import { withIntegers } from '../src/graph/integers.js';
import { testAddress, testDriver } from './support/database.js';

const driver = await testDriver();
const address = testAddress();
const endings: (() => unknown)[] = [];
afterAll(() => Promise.all(endings.map((end) => end())));

const timeout = 15_000;
const endless = 'UNWIND range(1, 1000000000) AS i WITH i WHERE i < 0 RETURN count(i)';
const fiveHundred = "UNWIND range(1, 500) AS i RETURN i, ['作品' + i, 'OPENING', null, i, {node: [i, 'x']}] AS record";
const fiveHundredRows = Array.from({ length: 500 }, (_, at) => at + 1).map((i) => [i, [`作品${i}`, 'OPENING', null, i, { node: [i, 'x'] }]]);

function open(options: Partial<BoltOptions> = {}): Bolt {
  const bolt = openBolt({ ...address, ...options });
  if (!bolt) throw new Error(`A test needs a bolt:// address, but got ${address.uri}.`);
  endings.push(() => bolt.close());
  return bolt;
}

/** What a statement fails with. */
async function failure(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    (rows) => expect(rows).toBe('a failure'),
    (reason) => reason,
  );
}

async function rowsOfDriver(text: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { records } = await driver.executeQuery(text, withIntegers(parameters));
  return records.map((record) => [...record.values()]);
}

/** How many statements that contain the mark the database is at. */
async function running(mark: string): Promise<number> {
  const question = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $mark RETURN count(*) AS found';
  const { records } = await driver.executeQuery(question, { mark });
  return records[0]?.get('found');
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}

type Relay = (data: Buffer, client: Socket) => unknown;

/** A way to the database on which `relay` decides what becomes of each packet of the answers. */
async function proxy(relay: Relay = (data, client) => client.write(data)) {
  const { hostname, port } = new URL(address.uri);
  const clients = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const database = connectSocket({ host: hostname, port: Number(port), noDelay: true });
    clients.add(client);
    client.on('data', (data) => database.write(data));
    database.on('data', (data) => relay(data, client));
    for (const socket of [client, database]) socket.on('error', () => undefined);
    client.on('close', () => clients.delete(client) && database.destroy());
    database.on('close', () => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  endings.push(() => server.close());
  const own = server.address();
  if (typeof own !== 'object') throw new Error(`A proxy needs a port of its own, but got ${own}.`);
  return { uri: `bolt://127.0.0.1:${own?.port}`, clients };
}

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('機', '動', 'ア', 'é', 'x', '🎸'), maxLength: 40 }),
  fc.array(fc.integer({ max: 0xffff, min: 0 })).map((units) => String.fromCharCode(...units)),
);
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -300, max: 300 }),
  fc.double().filter((each) => Number.isSafeInteger(each) || !Number.isInteger(each)),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.constant(null), fc.boolean(), number, text, tie('list'), tie('map')),
  list: fc.array(tie('value')),
  map: fc.dictionary(text, tie('value'), { noNullPrototype: true }),
}));

test('whatever is sent comes back as the driver brings it', async () => {
  const bolt = open();
  const question = 'UNWIND [$value, [$value], {name: $value}] AS value RETURN value, valueType(value) AS type';
  const property = fc.asyncProperty(value, async (given) => {
    expect(await bolt.run(question, { value: given }, { timeout })).toEqual(await rowsOfDriver(question, { value: given }));
  });
  // Found by chance once: a name that means something to JavaScript.
  const examples: [unknown][] = [[JSON.parse('{"__proto__": null}')], [JSON.parse('{"__proto__": {"a": 1}, "b": 2}')]];
  await fc.assert(property, { numRuns: 300, endOnFailure: false, examples });
});

test('values of every width come back as they were', async () => {
  const bolt = open();
  const lengths = [...Array.from({ length: 70 }, (_, length) => length), 127, 128, 255, 256, 32_767, 32_768, 65_535, 65_536, 70_000];
  const powers = Array.from({ length: 53 }, (_, power) => 2 ** power);
  const given = {
    numbers: [...powers.flatMap((each) => [each - 1, each, -each, -each - 1]).filter(Number.isSafeInteger), 0.1, -1e-300, 1.7e308],
    texts: lengths.flatMap((length) => ['a'.repeat(length), 'あ'.repeat(length), `${'x'.repeat(length)}🎸`]),
    lists: lengths.map((length) => Array.from({ length }, (_, at) => at % 100)),
    maps: [0, 15, 16, 255, 256, 70_000].map((length) => Object.fromEntries(Array.from({ length }, (_, at) => [`name${at}`, at]))),
    nothing: [null, true, false],
  };
  expect(await bolt.run('RETURN $given', { given }, { timeout })).toEqual([[given]]);
});

test('an undefined property is left out, and no rows are an empty list', async () => {
  const bolt = open();
  expect(await bolt.run('RETURN $given', { given: { known: 1, unknown: undefined } }, { timeout })).toEqual([[{ known: 1 }]]);
  expect(await bolt.run('UNWIND [] AS nothing RETURN nothing', {}, { timeout })).toEqual([]);
});

test('hundreds of statements at once over a few connections are each answered with their own rows', async () => {
  const bolt = open({ connections: 4 });
  const each = Array.from({ length: 500 }, (_, i) => i);
  const answers = await Promise.all(each.map((i) => bolt.run('UNWIND range(1, $i % 7) AS j RETURN $i, j', { i }, { timeout })));
  expect(answers).toEqual(each.map((i) => Array.from({ length: i % 7 }, (_, j) => [i, j + 1])));
});

test.each(['RETURN 1 / 0', 'RETURN oops', 'UNWIND [1, 0] AS i RETURN 1 / i', "CREATE (n:Work {id: 'x'})", 'RETURN $missing'])(
  'what the database refuses fails as with the driver, and the connection goes on: %s',
  async (refused) => {
    const bolt = open({ connections: 1 });
    const session = driver.session({ database: address.database, defaultAccessMode: 'READ' });
    const expected = await failure(session.run(refused));
    await session.close();
    const [reason, next] = await Promise.all([failure(bolt.run(refused, {}, { timeout })), bolt.run('RETURN 1', {}, { timeout })]);
    expect(reason).toBeInstanceOf(Neo4jError);
    expect(reason).toMatchObject(pick(expected));
    expect(next).toEqual([[1]]);
  },
);

function pick(reason: unknown) {
  if (!(reason instanceof Neo4jError)) throw reason;
  return { code: reason.code, message: reason.message, retryable: reason.retryable };
}

test('the database ends a statement that runs too long', async () => {
  const bolt = open({ connections: 1 });
  expect(await failure(bolt.run(endless, {}, { timeout: 200 }))).toMatchObject({ code: expect.stringContaining('TransactionTimedOut') });
  expect(await bolt.run('RETURN 1', {}, { timeout })).toEqual([[1]]);
});

test('an aborted statement is answered at once and ends in the database; others go on', async () => {
  const bolt = open({ connections: 2 });
  const abort = new AbortController();
  const reason = failure(bolt.run(`${endless} AS abortedHere`, {}, { timeout, signal: abort.signal }));
  await until(async () => (await running('abortedHere')) > 0);
  expect(await bolt.run('RETURN 1', {}, { timeout })).toEqual([[1]]);
  const other = bolt.run(fiveHundred, {}, { timeout });
  abort.abort('enough');
  expect(await reason).toBe('enough');
  expect(await other).toEqual(fiveHundredRows);
  await until(async () => (await running('abortedHere')) === 0);
  expect(await Promise.all([1, 2, 3, 4].map((i) => bolt.run('RETURN $i', { i }, { timeout })))).toEqual([[[1]], [[2]], [[3]], [[4]]]);
});

test('a signal that comes before, while waiting or too late harms nothing', async () => {
  const bolt = open({ connections: 1 });
  const [late, long, waiting] = [new AbortController(), new AbortController(), new AbortController()];
  expect(await bolt.run('RETURN 1', {}, { timeout, signal: late.signal })).toEqual([[1]]);
  const first = failure(bolt.run(endless, {}, { timeout, signal: long.signal }));
  const second = failure(bolt.run('RETURN 2', {}, { timeout, signal: waiting.signal }));
  const third = bolt.run('RETURN 3', {}, { timeout });
  expect(await failure(bolt.run('RETURN 4', {}, { timeout, signal: AbortSignal.abort('before') }))).toBe('before');
  late.abort();
  waiting.abort('waiting');
  expect(await second).toBe('waiting');
  long.abort('long');
  expect(await first).toBe('long');
  expect(await third).toEqual([[3]]);
  expect([late, long, waiting].flatMap(({ signal }) => getEventListeners(signal, 'abort'))).toEqual([]);
});

test('statements aborted at any moment never touch each other', async () => {
  const bolt = open({ connections: 3 });
  const one = async (i: number) => {
    const abort = new AbortController();
    const rows = bolt.run('UNWIND range(1, 2000) AS j RETURN $i, j', { i }, { timeout, signal: abort.signal });
    const moment = pause(i % 11).then(() => abort.abort('enough'));
    const outcome = await rows.then(
      (got) => got.every(([first], at) => first === i && got[at]?.[1] === at + 1) && got.length === 2_000,
      (reason) => reason === 'enough',
    );
    await moment;
    return outcome;
  };
  expect(await Promise.all(Array.from({ length: 200 }, (_, i) => one(i)))).toEqual(Array.from({ length: 200 }, () => true));
  expect(await bolt.run(fiveHundred, {}, { timeout })).toEqual(fiveHundredRows);
});

test('who waits too long for a free connection is told as by the driver', async () => {
  const bolt = open({ connections: 1, patience: 300 });
  const abort = new AbortController();
  const first = failure(bolt.run(endless, {}, { timeout, signal: abort.signal }));
  expect(await failure(bolt.run('RETURN 1', {}, { timeout }))).toMatchObject({
    code: 'N/A',
    message: expect.stringContaining('acquisition timed out'),
  });
  abort.abort('enough');
  expect(await first).toBe('enough');
  expect(await bolt.run('RETURN 1', {}, { timeout })).toEqual([[1]]);
});

test('a date, a node, a point, bytes or an integer too large is not for this transport, and the connection goes on', async () => {
  const bolt = open({ connections: 1 });
  for (const given of ['date()', 'point({x: 1, y: 2})', '[1, {inner: duration("P1D")}]', '9007199254740993', '-9223372036854775808']) {
    const rows = bolt.run(`UNWIND range(1, 5000) AS i RETURN i, ${given}`, {}, { timeout });
    expect(await failure(rows)).toBeInstanceOf(NotForBolt);
    expect(await bolt.run('RETURN 1', {}, { timeout })).toEqual([[1]]);
  }
  expect(await failure(bolt.run('MATCH (source:Source) RETURN source LIMIT 1', {}, { timeout }))).toBeInstanceOf(NotForBolt);
});

test.each([new Date(0), 1n, Symbol('x'), new Uint8Array(2), () => 1, [undefined]])(
  'a parameter that is no plain value is not for it: %p',
  async (given) => {
    expect(await failure(open().run('RETURN $given', { given }, { timeout }))).toBeInstanceOf(NotForBolt);
  },
);

test('answers that come byte by byte are read all the same', async () => {
  let sent: Promise<unknown> = Promise.resolve();
  const inTurns = async (data: Buffer, client: Socket) => {
    for (const byte of data) await nextTurn(client.write(Buffer.of(byte)));
  };
  const { uri } = await proxy((data, client) => {
    sent = sent.then(() => inTurns(data, client));
  });
  const bolt = open({ uri });
  const long = 'あ'.repeat(25_000);
  expect(await bolt.run('UNWIND [1, 2] AS i RETURN $long, i', { long }, { timeout })).toEqual([1, 2].map((i) => [long, i]));
});

test('signs of life between the answers are passed over', async () => {
  const signs = Buffer.alloc(4);
  const { uri } = await proxy((data, client) => client.write(data.length === 4 ? data : Buffer.concat([signs, data, signs])));
  const bolt = open({ uri, connections: 1 });
  for (const i of [1, 2, 3]) expect(await bolt.run('RETURN $i', { i }, { timeout })).toEqual([[i]]);
});

test('a connection cut within an answer fails its statement so that it is tried again, and the next one connects anew', async () => {
  let isCut = true;
  const { uri } = await proxy((data, client) => {
    if (!isCut || data.length < 1_000) return client.write(data);
    isCut = false;
    return client.write(data.subarray(0, 777), () => client.destroy());
  });
  const bolt = open({ uri, connections: 1 });
  const reason = await failure(bolt.run(fiveHundred, {}, { timeout }));
  expect(reason).toMatchObject({ code: 'SessionExpired' });
  expect(isRetryableError(reason instanceof Error ? reason : null)).toBe(true);
  expect(await bolt.run(fiveHundred, {}, { timeout })).toEqual(fiveHundredRows);
});

test('connections that die while idle are replaced unseen', async () => {
  const { uri, clients } = await proxy();
  const bolt = open({ uri, connections: 3 });
  for (let round = 0; round < 3; round++) {
    expect(await Promise.all([1, 2, 3, 4].map((i) => bolt.run('RETURN $i', { i }, { timeout })))).toEqual([[[1]], [[2]], [[3]], [[4]]]);
    for (const client of clients) client.destroy();
    await until(async () => clients.size === 0);
    await pause(20);
  }
});

test('a database that has fallen silent is given up', async () => {
  let isSilent = false;
  const { uri } = await proxy((data, client) => isSilent || client.write(data));
  const bolt = open({ uri, connections: 1, patience: 300 });
  expect(await bolt.run('RETURN 1', {}, { timeout })).toEqual([[1]]);
  isSilent = true;
  const from = performance.now();
  expect(await failure(bolt.run('RETURN 1', {}, { timeout: 200 }))).toMatchObject({ code: 'SessionExpired' });
  expect(performance.now() - from).toBeGreaterThan(450);
  expect(performance.now() - from).toBeLessThan(2_000);
  isSilent = false;
  expect(await bolt.run('RETURN 1', {}, { timeout })).toEqual([[1]]);
});

test('an address where nobody ever speaks is given up', async () => {
  const { uri } = await proxy(() => undefined);
  const reason = await failure(open({ uri, patience: 200 }).run('RETURN 1', {}, { timeout }));
  expect(reason).toMatchObject({ name: 'Neo4jError', message: expect.stringMatching(/acquisition timed out|silent for 200 ms/) });
});

test('a wrong password is told in the words of the database, to each who asked', async () => {
  const bolt = open({ user: `stranger${Date.now()}`, password: 'wrong' });
  const reasons = await Promise.all([1, 2].map(() => failure(bolt.run('RETURN 1', {}, { timeout }))));
  const refused = { name: 'Neo4jError', code: 'Neo.ClientError.Security.Unauthorized', message: expect.stringContaining('authentication') };
  expect(reasons).toMatchObject([refused, refused]);
});

test('an address where nobody answers, or somebody else, is unavailable to all who wait', async () => {
  const bolt = open({ uri: 'bolt://127.0.0.1:1', connections: 2 });
  const reasons = await Promise.all(Array.from({ length: 5 }, () => failure(bolt.run('RETURN 1', {}, { timeout }))));
  expect(reasons.map((reason) => reason instanceof Error && isRetryableError(reason))).toEqual([true, true, true, true, true]);
  expect(reasons[0]).toMatchObject({ code: 'ServiceUnavailable', message: expect.stringContaining('ECONNREFUSED') });
  const { uri } = await proxy((_, client) => client.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
  expect(await failure(open({ uri }).run('RETURN 1', {}, { timeout }))).toMatchObject({ code: 'ServiceUnavailable' });
});

test('a name is looked up', async () => {
  const uri = address.uri.replace('127.0.0.1', 'localhost');
  expect(await open({ uri }).run('RETURN 1', {}, { timeout })).toEqual([[1]]);
});

test.each(['neo4j://localhost:7687', 'bolt+s://localhost:7687', 'nonsense', ''])('the address %p is left to the driver', (uri) => {
  expect(openBolt({ ...address, uri })).toBeUndefined();
});

test('closing lets what runs and waits finish, and takes nothing more', async () => {
  const bolt = open({ connections: 1 });
  const rows = [bolt.run(fiveHundred, {}, { timeout }), bolt.run('RETURN 2', {}, { timeout })];
  const closed = bolt.close();
  expect(await failure(bolt.run('RETURN 3', {}, { timeout }))).toMatchObject({ message: expect.stringContaining('closed') });
  expect(await Promise.all(rows)).toEqual([fiveHundredRows, [[2]]]);
  await closed;
});

test('after closing the process can end', async () => {
  const program = `
    import { openBolt } from './src/bolt/bolt.ts';
    const bolt = openBolt(JSON.parse(process.env.MUSUBI_TEST_DATABASE));
    await Promise.all([1, 2, 3].map(() => bolt.run('RETURN 1', {}, { timeout: 1000 })));
    await bolt.close();
    console.log('closed');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (data) => said.push(data));
  const [code] = await once(child, 'exit');
  expect({ code, said: Buffer.concat(said).toString() }).toEqual({ code: 0, said: 'closed\n' });
});
