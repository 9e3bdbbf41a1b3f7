// What a fresh clone lacks: the packages, the generated code, the explorer's bundle. Plain JavaScript, for nothing is installed yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Installs and generates what is missing or out of date; a second run costs nothing. With `all`, the tools for tests and checks are installed too. */
export async function setUp({ all = false } = {}) {
  requireNode();
  const packages = fingerprint(['package-lock.json']);
  const allPackages = `${packages} all`;
  const dev = all ? '--include=dev' : '--omit=dev';
  await step('the packages (about 430 MB, once)', 'node_modules/.musubi-stamp', all ? [allPackages] : [packages, allPackages], () =>
    run(npm, ['ci', dev, '--no-audit', '--no-fund', '--loglevel=error']),
  );
  const inputs = fingerprint(['codegen.ts', ...filesIn('schema'), 'package-lock.json']);
  await step('the generated code', 'src/generated/.stamp', [inputs], () =>
    run(process.execPath, ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--errors-only']),
  );
  await run(process.execPath, ['src/explorer/build.mjs']);
}

function requireNode() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) stop(`Node 20 or later is needed, but this is ${process.versions.node}. Install a newer one from your package manager.`);
}

/** Does something unless its stamp is one that will do; afterwards the stamp is the first of them. */
async function step(what, stampFile, stamps, action) {
  const file = join(root, stampFile);
  if (existsSync(file) && stamps.includes(readFileSync(file, 'utf8'))) return;
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  console.log(`Preparing ${what} …`);
  const telling = setInterval(() => console.log(`Preparing ${what}: ${seconds()} s.`), 5000);
  await action();
  clearInterval(telling);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamps[0]);
  console.log(`Preparing ${what}: done in ${seconds()} s.`);
}

async function run(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  const code = await new Promise((ended) => {
    child.once('error', (error) => ended(error.message));
    child.once('exit', ended);
  });
  if (code !== 0)
    stop(
      `${command} ${args.join(' ')} did not work (${code}). Look at the lines above; with the network or the disk put right, start again: it goes on where it was.`,
    );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp({ all: process.argv.includes('--all') });
