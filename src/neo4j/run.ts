import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Needed on Windows for what is a script there, such as mvn.cmd. */
  readonly shell?: boolean;
  readonly onLine?: (line: string) => void;
}

/** A program with the arguments that come before those of the caller. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: RunOptions;
}

/** Runs a command to its end; standard output and error come as one text. A command that is not there rejects with ENOENT. */
export async function run(file: string, args: readonly string[], { onLine, ...options }: RunOptions = {}): Promise<Outcome> {
  const child = spawn(file, args, { ...options, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const collect = (line: string) => {
    lines.push(line);
    onLine?.(line);
  };
  eachLine(child.stdout, collect);
  eachLine(child.stderr, collect);
  await once(child, 'close');
  return { code: child.exitCode, output: lines.join('\n') };
}

function eachLine(stream: Readable, take: (line: string) => void): void {
  createInterface({ input: stream }).on('line', take);
}
