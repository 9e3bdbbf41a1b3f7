import { fetchedMaven } from './fetchedMaven.js';
import type { Jdk } from './java.js';
import { type Command, run } from './run.js';

/** The user's own mvn where there is one, because it knows their mirrors and proxies; else one that is fetched into `folder`. */
export async function findMaven(folder: string, jdk: Jdk, report: (line: string) => void): Promise<Command> {
  const env = { ...process.env, JAVA_HOME: jdk.home };
  const own: Command = { file: 'mvn', args: [], options: { env, shell: process.platform === 'win32' } };
  return (await works(own)) ? own : fetchedMaven(folder, jdk, report);
}

/** maven-dependency-plugin asks for 3.6.3. */
async function works({ file, options }: Command): Promise<boolean> {
  const outcome = await run(file, ['-v'], options).catch(() => undefined);
  const version = /Apache Maven (\d+)\.(\d+)\.(\d+)/.exec(outcome?.output ?? '');
  if (version === null) return false;
  const [major = 0, minor = 0, patch = 0] = version.slice(1).map(Number);
  return major * 1e6 + minor * 1e3 + patch >= 3_006_003;
}
