import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Settle } from './graph/editing/decide.js';
import { Unavailable } from './graph/errors.js';
import type { Address } from './neo4j/address.js';
import { SetupError } from './neo4j/setupError.js';

const loader = fileURLToPath(new URL('../seeds/main.ts', import.meta.url));

/** Loads the default data, where it is not loaded yet, in a process of its own: what that takes of memory, the server need not keep. */
export async function loadInto(address: Address): Promise<void> {
  if (!(await runLoader(address)))
    throw new SetupError('The default data could not be loaded: the lines above say why. Put that right and start again; it goes on where it was.');
}

/** Has the loader settle what editors decide, one decision after the other. */
export function settlingIn(address: Address): Settle {
  let last: Promise<unknown> = Promise.resolve();
  return (key) => {
    const settled = last.then(() => settle(address, key));
    last = settled.catch(() => {});
    return settled;
  };
}

async function settle(address: Address, key: string): Promise<void> {
  if (!(await runLoader(address, { MUSUBI_SETTLE: key })))
    throw new Unavailable(`What was decided of ${key} is written down, but it could not be loaded. Decide it again in a few seconds.`);
}

/** Whether a loader of its own, with this task, came to its end. */
async function runLoader({ uri, user, password, database }: Address, task: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const env = { ...process.env, MUSUBI_LOAD_INTO: JSON.stringify({ uri, user, password, database }), ...task };
  const child = fork(loader, { execArgv: ['--import', 'tsx'], env });
  const [code] = await once(child, 'exit');
  return code === 0;
}
