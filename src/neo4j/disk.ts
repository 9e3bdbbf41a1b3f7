import { statfs } from 'node:fs/promises';
import { SetupError } from './setupError.js';

const megabyte = 1024 ** 2;
const needed = 300;

/** Whether what a program said means that the disk is full: Unix and Windows in turn. */
export function tellsFullDisk(output: string): boolean {
  return /No space left on device|not enough space on the disk|ENOSPC/i.test(output);
}

export function fullDisk(folder: string): SetupError {
  return new SetupError(`The disk that holds ${folder} is full. Free about 1 GB and start again: nothing is lost.`);
}

/** Neo4j does not fail on a full disk: it tries to write for ever. So it must not start on one. */
export async function requireSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / megabyte);
  if (free >= needed) return;
  throw new SetupError(`Neo4j needs ${needed} MB of free disk, but ${folder} has ${free} MB. Free some and start again: nothing is lost.`);
}

/** What the disk refuses, as a sentence; any other error as it is. */
export function diskExplained(folder: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'ENOSPC') return fullDisk(folder);
  const refusals: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'];
  if (!refusals.includes(error.code)) return error;
  return new SetupError(`Neo4j needs a folder that it can write, but ${folder} is not (${error.message}). Change its owner, or choose another.`, {
    cause: error,
  });
}
