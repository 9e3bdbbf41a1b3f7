import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.js';
import { SetupError } from './setupError.js';

/** The commands of one JDK, so that what is compiled is run by the same version. */
export interface Jdk {
  readonly home: string;
  readonly java: string;
  readonly javac: string;
  readonly jar: string;
}

const wayOut =
  'Install a JDK of version 17 or 21 (for example "apt install openjdk-17-jdk-headless" or "brew install openjdk@21"), or set NEO4J_URI to a Neo4j that runs elsewhere.';

/** The JDK of JAVA_HOME, else the one whose java is on the PATH. */
export async function findJdk(javaHome = process.env['JAVA_HOME']): Promise<Jdk> {
  const settings = await settingsOf(javaHome ? join(javaHome, 'bin', 'java') : 'java', javaHome);
  const jdk = jdkAt(property(settings, 'java.home'));
  const version = property(settings, 'java.version');
  if (Number.parseInt(version, 10) < 17) {
    throw new SetupError(`The embedded Neo4j needs Java 17 or later, but ${jdk.home} is ${version}. ${wayOut}`);
  }
  if (!existsSync(jdk.javac)) {
    throw new SetupError(`The embedded Neo4j needs a JDK, but ${jdk.home} is a runtime without javac. ${wayOut}`);
  }
  return jdk;
}

async function settingsOf(java: string, javaHome: string | undefined): Promise<string> {
  const where = javaHome ? `JAVA_HOME is ${javaHome}, which` : 'the PATH';
  const outcome = await run(java, ['-XshowSettings:properties', '-version']).catch((cause: unknown) => {
    throw new SetupError(`The embedded Neo4j needs Java, but ${where} holds no java that runs. ${wayOut}`, { cause });
  });
  return outcome.output;
}

function property(settings: string, name: string): string {
  const line = settings.split('\n').find((each) => each.trim().startsWith(`${name} = `));
  if (line === undefined) throw new SetupError(`The java that was found does not tell its ${name}. ${wayOut}`);
  return line.slice(line.indexOf('=') + 1).trim();
}

function jdkAt(home: string): Jdk {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const command = (name: string) => join(home, 'bin', name + suffix);
  return { home, java: command('java'), javac: command('javac'), jar: command('jar') };
}
