import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fullDisk, tellsFullDisk } from './disk.js';
import { SetupError } from './setupError.js';

/** The error of a JVM that has ended before Bolt answered, with the lines of its log that matter. */
export function startFailure(home: string, code: number | null, lines: readonly string[]): SetupError {
  const log = lines.join('\n');
  if (tellsFullDisk(log)) return fullDisk(home);
  const end = code === null ? 'was killed' : `ended with code ${code}`;
  return new SetupError([`Neo4j in ${home} did not start: its JVM ${end}.`, ...usefulOf(lines), wayOut(home, log)].join('\n'));
}

/** The messages without the stacks. */
function usefulOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !/^\s+(at |\.\.\. \d+ more)/.test(line)).slice(-8);
}

function wayOut(home: string, log: string): string {
  if (/Could not reserve enough space|insufficient memory|Cannot allocate memory|OutOfMemoryError/.test(log)) {
    return 'It needs about 1.5 GB of free memory. Close other programs and start again.';
  }
  const debugLog = join(home, 'logs', 'debug.log');
  const more = existsSync(debugLog) ? `More is in ${debugLog}. ` : '';
  return `${more}If the graph can be loaded again, delete ${join(home, 'data')} and start again.`;
}
