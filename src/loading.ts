import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Address } from './neo4j/address.js';
import { SetupError } from './neo4j/setupError.js';

const loader = fileURLToPath(new URL('../seeds/main.ts', import.meta.url));

/** Loads the default data, where it is not loaded yet, in a process of its own: what that takes of memory, the server need not keep. */
export async function loadInto({ uri, user, password, database }: Address): Promise<void> {
  const address = JSON.stringify({ uri, user, password, database });
  const child = fork(loader, { execArgv: ['--import', 'tsx'], env: { ...process.env, MUSUBI_LOAD_INTO: address } });
  const [code] = await once(child, 'exit');
  if (code !== 0)
    throw new SetupError('The default data could not be loaded: the lines above say why. Put that right and start again; it goes on where it was.');
}
