import { afterAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startForTest } from './support/server.js';

const { url, stop } = await startForTest();
afterAll(stop);

/** What Apollo Server is known to answer otherwise than the specification advises (not: demands). */
const allowedWarnings = ['572B', 'FDE2', '7B9B'];

const audits = serverAudits({
  url: `${url}/graphql`,
  fetchFn: (address: string, init?: RequestInit) => fetch(address, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } }),
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (id, _name, audit) => {
  const result = await audit.fn();
  const expected = allowedWarnings.includes(id) ? 'warn' : 'ok';
  expect({ status: result.status, reason: 'reason' in result ? result.reason : '' }).toEqual({
    status: expected,
    reason: expected === 'ok' ? '' : expect.any(String),
  });
});
