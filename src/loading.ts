import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Settle } from './graph/editing/decide.js';
import { Unavailable } from './graph/errors.js';
import type { Address } from './neo4j/address.js';
import { SetupError } from './neo4j/setupError.js';

const loader = fileURLToPath(new URL('../seeds/main.ts', import.meta.url));

/** Fills a home that has no data yet with the default data. */
export async function fillFirst(home: string): Promise<void> {
  if (!(await runLoader({ MUSUBI_FIRST_LOAD: home })))
    throw new SetupError('The default data could not be loaded: the lines above say why. Put that right and start again; nothing was written.');
}

/** Loads the default data, where it is not loaded yet, in a process of its own: what that takes of memory, the server need not keep. */
export async function loadInto(address: Address): Promise<void> {
  if (!(await runLoader(taskFor(address))))
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
  if (!(await runLoader({ ...taskFor(address), MUSUBI_SETTLE: key })))
    throw new Unavailable(`What was decided of ${key} is written down, but it could not be loaded. Decide it again in a few seconds.`);
}

type Task = Readonly<Record<string, string>>;

const taskFor = ({ uri, user, password, database }: Address): Task => ({ MUSUBI_LOAD_INTO: JSON.stringify({ uri, user, password, database }) });

/** Whether a loader of its own, with this task and Node's options of `npm run load`, came to its end. */
async function runLoader(task: Task): Promise<boolean> {
  const child = fork(loader, {
    execArgv: ['--heap-growing-percent=20', '--max-semi-space-size=4', '--v8-pool-size=1', '--import', 'tsx'],
    env: { ...process.env, ...task },
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}
