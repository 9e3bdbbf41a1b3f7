import { z } from 'zod';
import { runningProcess } from '../runningProcess.js';

/** What each peer is told at its start, as JSON in its first argument. */
const addressModel = z.object({ uri: z.string(), user: z.string(), password: z.string(), database: z.string() });

export type Address = z.output<typeof addressModel>;

/** What a peer answers when it is asked for its usage. */
export const usageModel = z.object({
  /** µs of processor time since its start, of all its threads. */
  cpu: z.number(),
  /** Bytes: the most it ever had. */
  peak: z.number(),
});

export type Usage = z.output<typeof usageModel>;

/** Runs a peer in this process: it tells its port, then its usage whenever it is asked, and ends when its parent does. */
export async function serve(start: (address: Address) => Promise<number>): Promise<void> {
  process.on('disconnect', () => process.exit());
  process.on('message', () => void usage().then((told) => process.send?.(told)));
  // A Ctrl-C in the terminal reaches the whole group; the parent stops us when it has done with us.
  process.on('SIGINT', () => undefined);
  const port = await start(addressModel.parse(JSON.parse(process.argv[2] ?? '{}')));
  process.send?.({ port });
}

async function usage(): Promise<Usage> {
  const { user, system } = process.cpuUsage();
  // What the system itself tells is of this process alone; maxRSS may be that of the one it was forked from.
  const peak = (await runningProcess(process.pid).peak()) ?? process.resourceUsage().maxRSS * 1024;
  return { cpu: user + system, peak };
}
