import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { createHttp } from '../src/http.js';
import { createServer } from '../src/server.js';
import { type Answer, type Editable, editorKey, startEditable } from './support/editable.js';
import { idIn, toldTwice } from './support/toldTwice.js';

jest.setTimeout(120_000);

let world: Editable;
const id = (ref: string) => idIn(toldTwice, ref);

beforeAll(async () => {
  world = await startEditable();
  await world.load([toldTwice]);
});
afterAll(() => world?.stop());

const mergeIds = (keep: string, drop: string, authorization?: string | null) =>
  world.ask('mutation ($keep: ID!, $drop: ID!) { mergeEntities(keep: $keep, drop: $drop) { kept { id } } }', { keep, drop }, authorization);
const merge = (keep: string, drop: string, authorization?: string | null) => mergeIds(id(keep), id(drop), authorization);
const split = (dropped: string) => world.ask('mutation ($id: ID!) { splitEntity(id: $id) { restored { id } } }', { id: dropped });
const mark = (ids: readonly string[], withdraw = false) =>
  world.ask('mutation ($ids: [ID!]!, $withdraw: Boolean) { notDuplicates(ids: $ids, withdraw: $withdraw) { edit { id } } }', { ids, withdraw });

/** Whatever is refused leaves nothing behind. */
async function refusedWhole(act: () => Promise<Answer>): Promise<Answer> {
  const before = await world.held('with guesses');
  const answer = await act();
  expect(answer.data ?? null).toBeNull();
  expect(await world.held('with guesses')).toEqual(before);
  return answer;
}

describe('who may not edit is told why', () => {
  test('no key, and another form of credentials', async () => {
    for (const header of [null, 'Basic ZWRpdG9yOmtleQ==', 'Bearer', 'Bearer '])
      expect(await refusedWhole(() => merge('Work:csm', 'Work:csm-fans', header))).toMatchObject({
        status: 401,
        code: 'EDITOR_KEY_MISSING',
        message: expect.stringContaining('Authorization: Bearer'),
      });
  });

  test('a wrong key, one that is longer, and one that is only a part', async () => {
    for (const wrong of ['wrong', `${editorKey}x`, editorKey.slice(0, -1), editorKey.toUpperCase()]) {
      const answer = await refusedWhole(() => merge('Work:csm', 'Work:csm-fans', `Bearer ${wrong}`));
      expect(answer).toMatchObject({ status: 401, code: 'EDITOR_KEY_WRONG' });
      expect(answer.message).not.toContain(editorKey);
    }
  });

  test('every mutation wants the key', async () => {
    const fields = [
      'splitEntity(id: "sng_0") { kept { id } }',
      'notDuplicates(ids: ["sng_0", "sng_1"]) { edit { id } }',
      'decideQuestion(key: "madb 1", new: true) { edit { id } }',
    ];
    for (const field of fields) expect(await world.ask(`mutation { ${field} }`, {}, null)).toMatchObject({ code: 'EDITOR_KEY_MISSING' });
  });

  test('a server without a key takes no edits, whatever is sent', async () => {
    const logger = pino({ level: 'silent' });
    const server = await createServer({ driver: world.driver, database: world.database, logger });
    const http = await createHttp({ ...server, logger, isReady: async () => true });
    const url = await http.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${editorKey}` },
      body: JSON.stringify({ query: 'mutation { splitEntity(id: "sng_0") { kept { id } } }' }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'EDITING_OFF' }, message: expect.stringContaining('MUSUBI_EDITOR_KEY=') }],
    });
    await http.close();
  });

  test('reading wants no key, and takes no harm from a wrong one', async () => {
    for (const header of [null, 'Bearer wrong'])
      expect(await world.ask('{ sources { key } edits { totalCount } }', {}, header)).toMatchObject({ status: 200, code: undefined });
  });

  test('nobody edits by GET', async () => {
    const query = encodeURIComponent(`mutation { mergeEntities(keep: "${id('Work:csm')}", drop: "${id('Work:csm-fans')}") { kept { id } } }`);
    const headers = { authorization: `Bearer ${editorKey}`, 'apollo-require-preflight': 'true' };
    const response = await fetch(`${world.url}/graphql?query=${query}`, { headers });
    expect(response.status).toBe(405);
  });

  test('a mutation that comes again and again is never answered without being done', async () => {
    const answers = [];
    for (let time = 0; time < 6; time += 1) answers.push(await mark([id('Song:kick-back'), id('Song:kick-back-live')], time % 2 === 1));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(6);
  });
});

describe('what makes no sense is refused with the way out', () => {
  test('an id that is none, one of nothing, and one of another kind of thing', async () => {
    expect(await refusedWhole(() => mergeIds('44511', id('Work:csm')))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('"44511"'),
    });
    expect(await refusedWhole(() => mergeIds('wrk_0', id('Work:csm')))).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('wrk_0'),
    });
    expect(await refusedWhole(() => mergeIds(id('TieUp:op'), id('TieUp:op-fans')))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('two kinds of thing, and a thing with itself', async () => {
    expect(await refusedWhole(() => merge('Work:csm', 'Song:kick-back'))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: `Only things of one kind can be one, but ${id('Work:csm')} is a Work and ${id('Song:kick-back')} a Song.`,
    });
    expect(await refusedWhole(() => merge('Work:csm', 'Work:csm'))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('a split of what was never merged', async () => {
    expect(await refusedWhole(() => split(id('Work:csm')))).toMatchObject({ code: 'NOT_MERGED' });
  });

  test('too few and too many to tell apart, of two kinds, and nothing to withdraw', async () => {
    expect(await mark([id('Work:csm'), id('Work:csm')])).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('got 1') });
    const many = Array.from({ length: 21 }, (_, index) => `wrk_${index}`);
    expect(await mark(many)).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('got 21') });
    expect(await mark([id('Work:csm'), id('Song:kick-back')])).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await mark([id('Work:csm'), id('Work:csm-manga')], true)).toMatchObject({ code: 'NOT_MARKED' });
  });

  test('many merges in one operation', async () => {
    const aliases = Array.from({ length: 40 }, (_, index) => `a${index}: mergeEntities(keep: "wrk_0", drop: "wrk_1") { kept { id } }`);
    expect(await world.ask(`mutation { ${aliases.join(' ')} }`)).toMatchObject({ status: 400, code: 'OPERATION_TOO_COSTLY' });
  });
});

describe('what contradicts is refused, with what each says', () => {
  test('two births', async () => {
    expect(await refusedWhole(() => merge('Artist:yonezu', 'Artist:young-yonezu'))).toMatchObject({
      code: 'CONTRADICTION',
      message: expect.stringContaining(`born is 1991-03-10 of ${id('Artist:yonezu')} and 2001-01-01 of ${id('Artist:young-yonezu')}`),
    });
  });

  test('two release dates', async () => {
    expect(await refusedWhole(() => merge('Song:kick-back', 'Song:kick-back-live'))).toMatchObject({
      code: 'CONTRADICTION',
      message: expect.stringContaining('released is 2022-10-12'),
    });
  });

  test('two media, and a fact between the two', async () => {
    const answer = await refusedWhole(() => merge('Work:csm-fans', 'Work:csm-manga'));
    expect(answer).toMatchObject({ code: 'CONTRADICTION', message: expect.stringContaining('medium is ANIME') });
    const linked = await refusedWhole(() => merge('Work:csm', 'Work:csm-manga'));
    expect(linked).toMatchObject({ code: 'CONTRADICTION', message: expect.stringContaining('RELATES_TO') });
  });

  test('two ids on a site that keeps things apart', async () => {
    const two = {
      ...toldTwice,
      things: toldTwice.things.map((thing) => (thing.ref === 'Work:csm-fans' ? { ...thing, ids: [{ site: 'MAL' as const, value: '1' }] } : thing)),
    };
    await world.load([two]);
    const answer = await refusedWhole(() => merge('Work:csm', 'Work:csm-fans'));
    expect(answer).toMatchObject({ code: 'CONTRADICTION', message: expect.stringContaining('the MAL id is 44511') });
    await world.load([toldTwice]);
  });
});

describe('one after the other, all at once, and cut off', () => {
  test('a second merge of the same says what the first has done', async () => {
    expect(await merge('Character:denji', 'Character:denji-fans')).toMatchObject({ code: undefined });
    expect(await refusedWhole(() => merge('Character:denji', 'Character:denji-fans'))).toMatchObject({
      code: 'ALREADY_MERGED',
      message: `${id('Character:denji-fans')} has been merged into ${id('Character:denji')} already. Go on with ${id('Character:denji')}, or split ${id('Character:denji-fans')} off it first.`,
    });
    expect(await split(id('Character:denji-fans'))).toMatchObject({ code: undefined });
  });

  test('of many at once one wins, and the graph is as after that one alone', async () => {
    const before = await world.held('with guesses');
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => merge('Artist:yonezu', 'Artist:yonezu-fans')),
      ...Array.from({ length: 4 }, () => merge('Artist:yonezu-third', 'Artist:yonezu-fans')),
      ...Array.from({ length: 4 }, () => merge('Artist:yonezu-fans', 'Artist:yonezu')),
    ]);
    const done = answers.filter(({ code }) => code === undefined);
    expect(answers.map(({ code }) => code).filter((code) => code !== undefined && code !== 'ALREADY_MERGED')).toEqual([]);
    // Merging the winner's kept thing on into the third is a merge of its own.
    expect(done.length).toBeGreaterThanOrEqual(1);
    for (const _merge of done) {
      const { data } = await world.ask('{ edits(first: 100) { nodes { kind ids undoneBy } } }');
      const { nodes } = data?.['edits'] as unknown as { nodes: { kind: string; ids: string[]; undoneBy: string | null }[] };
      const last = nodes.find(({ kind, undoneBy }) => kind === 'MERGE' && undoneBy === null);
      expect(await split(last?.ids[1] ?? '')).toMatchObject({ code: undefined });
    }
    expect(await world.held('with guesses')).toEqual(before);
  });

  test('of two splits at once one is done', async () => {
    await merge('Character:denji', 'Character:denji-fans');
    const answers = await Promise.all([split(id('Character:denji-fans')), split(id('Character:denji-fans'))]);
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['NOT_MERGED', 'done']);
  });

  test('an edit that the database gives up half-way leaves nothing', async () => {
    const answer = await refusedWhole(async () => {
      const { session, transaction } = await lockOn(id('Work:csm'));
      const merging = merge('Work:csm', 'Work:csm-fans');
      await killTheOther();
      const answer = await merging;
      await transaction.rollback();
      await session.close();
      return answer;
    });
    expect(answer).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(await merge('Work:csm', 'Work:csm-fans')).toMatchObject({ code: undefined });
    expect(await split(id('Work:csm-fans'))).toMatchObject({ code: undefined });
  });

  /** Somebody else who is writing to a thing: an edit of it has to wait in the middle. */
  async function lockOn(thing: string) {
    const session = world.driver.session({ database: world.database });
    const transaction = session.beginTransaction();
    await transaction.run('MATCH (work:Work {id: $thing}) SET work.original = work.original', { thing });
    return { session, transaction };
  }

  async function killTheOther(): Promise<void> {
    for (;;) {
      const { records } = await world.driver.executeQuery(
        "SHOW TRANSACTIONS YIELD transactionId, currentQuery, status WHERE status STARTS WITH 'Blocked' RETURN transactionId",
        {},
        { database: world.database },
      );
      const [blocked] = records;
      if (blocked) {
        await world.driver.executeQuery('TERMINATE TRANSACTION $id', { id: blocked.get('transactionId') }, { database: world.database });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});
