import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { jvmFlags, type Memory } from './configuration.js';
import type { Jdk } from './java.js';
import { SetupError } from './setupError.js';
import { startFailure } from './startFailure.js';

export type Jvm = ChildProcessWithoutNullStreams;

interface Launched {
  readonly jvm: Jvm;
  readonly port: number;
}

/** Starts the JVM and waits until Bolt answers. */
export async function launch(home: string, classPath: string, jdk: Jdk, memory: Memory): Promise<Launched> {
  // In a process group of its own: a Ctrl-C in the terminal reaches us alone, and we stop Neo4j last.
  const detached = process.platform !== 'win32';
  const jvm = spawn(jdk.java, [...jvmFlags(memory), '-cp', classPath, 'Launcher', home], { detached, windowsHide: true });
  const log = join(home, 'logs', 'jvm.log');
  const { answer, lines } = listen(jvm, log);
  await once(jvm, 'spawn');
  const [word, number] = (await answer).split(' ');
  if (word === 'ready') return { jvm, port: Number(number) };
  if (word === 'held') throw new SetupError(heldBy(home, number));
  throw startFailure(home, jvm.exitCode, lines);
}

function heldBy(home: string, pid: string | undefined): string {
  return `A Neo4j home serves one process at a time, but process ${pid} has ${home}. Stop that process, or start with another home.`;
}

interface Heard {
  /** "ready PORT" or "held PID"; empty when the JVM ends without either. */
  readonly answer: Promise<string>;
  readonly lines: readonly string[];
}

/** Keeps what the JVM says in a log file, and the beginning of it for an error. */
function listen(jvm: Jvm, log: string): Heard {
  const file = createWriteStream(log, { flags: 'a' }); // a start that finds the home taken writes here too
  file.on('error', () => {}); // a full disk must not end us for want of a log: Neo4j itself tells of it
  const lines: string[] = [];
  const answer = new Promise<string>((resolve) => {
    eachLine(jvm, (line) => {
      file.write(`${line}\n`);
      if (lines.length < 500) lines.push(line);
      if (/^(ready|held) \d+$/.test(line)) resolve(line);
    });
    jvm.on('close', () => resolve(''));
  });
  jvm.on('close', () => file.end());
  return { answer, lines };
}

function eachLine(jvm: Jvm, take: (line: string) => void): void {
  for (const input of [jvm.stdout, jvm.stderr]) createInterface({ input }).on('line', take);
}
