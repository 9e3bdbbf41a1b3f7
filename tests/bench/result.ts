import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { machineModel } from './machine.js';
import { peerNames } from './peer.js';

const spreadModel = z.object({ median: z.number(), least: z.number(), most: z.number() });
const peer = z.enum(peerNames);
const speed = z.object({ p50: z.number(), rate: z.number() });

/** All that one run tells; what its file holds. */
export const resultModel = z.object({
  date: z.string(),
  machine: machineModel,
  arguments: z.record(z.string(), z.unknown()),
  cells: z.array(
    z.object({
      peer,
      workload: z.string(),
      concurrency: z.number(),
      rate: z.number(),
      p50: z.number(),
      p99: z.number(),
      ratio: spreadModel.nullable(),
      node: z.number(),
      java: z.number().nullable(),
    }),
  ),
  firstTime: z.array(z.object({ peer, p50: z.number(), p99: z.number() })),
  manyDocuments: z.object({ workload: z.string(), documents: z.number(), rate: z.number(), before: speed, after: speed }).nullable(),
  growth: z.array(z.object({ peer, workload: z.string(), small: z.number(), large: z.number() })),
  /** Bytes: the most that each process ever had. */
  memory: z.object({ node: z.array(z.object({ peer, peak: z.number() })), java: z.number().nullable() }),
});

export type Result = z.output<typeof resultModel>;

const folder = fileURLToPath(new URL('../../.musubi/bench/results', import.meta.url));

/** Resolves to the file's path. */
export async function writeResult(result: Result): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${result.date.replaceAll(':', '-')}.json`);
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

export async function readResult(file: string): Promise<Result> {
  const read = resultModel.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`--compare takes the file of an earlier run, but ${file} is none: ${z.prettifyError(read.error)}`);
}
