import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { z } from 'zod';
import { findJdk } from '../../src/neo4j/java.js';

/** What the figures depend on besides the code. */
export const machineModel = z.object({
  processor: z.string(),
  cores: z.number(),
  /** Bytes. */
  memory: z.number(),
  system: z.string(),
  node: z.string(),
  java: z.string(),
  neo4j: z.string(),
});

export type Machine = z.output<typeof machineModel>;

export async function machineWith(neo4j: string): Promise<Machine> {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memory: totalmem(),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    java: await javaVersion(),
    neo4j,
  };
}

async function javaVersion(): Promise<string> {
  const { stderr } = await promisify(execFile)((await findJdk()).java, ['-version']);
  return stderr.split('\n')[0] ?? 'unknown';
}
