import { readFile } from 'node:fs/promises';

/** A process seen from outside. Null for what the system does not tell: only Linux has /proc, and the process of another's database is not known. */
export interface RunningProcess {
  /** µs of processor time since its start. */
  readonly cpu: () => Promise<number | null>;
  /** Bytes: the most it ever had. */
  readonly peak: () => Promise<number | null>;
}

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const tick = 10_000;

export function runningProcess(pid: number | undefined): RunningProcess {
  if (pid === undefined || process.platform !== 'linux') return { cpu: async () => null, peak: async () => null };
  return {
    cpu: async () => cpuIn(await readFile(`/proc/${pid}/stat`, 'utf8')),
    peak: async () => peakIn(await readFile(`/proc/${pid}/status`, 'utf8')),
  };
}

/** The name in parentheses may hold spaces: the fields are counted from after it. */
function cpuIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

function peakIn(status: string): number | null {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
