import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

/** What kernel.wat does, over one memory. */
export interface Kernel {
  readonly add: (places: number, weights: number, count: number, by: number, sums: number) => void;
  readonly best: (sums: number, count: number, thing: number, table: number, found: number, most: number) => number;
}

const file = fileURLToPath(new URL('./kernel.wat', import.meta.url));
let module: Promise<WebAssembly.Module> | undefined;

/** The kernel over this memory; it is assembled once, in a few milliseconds. */
export async function kernelOver(memory: WebAssembly.Memory): Promise<Kernel> {
  module ??= assembled();
  const { exports } = await WebAssembly.instantiate(await module, { matching: { memory } });
  // What the module exports stands in kernel.wat and nowhere else.
  return exports as unknown as Kernel;
}

async function assembled(): Promise<WebAssembly.Module> {
  const { parseWat } = await wabt();
  const parsed = parseWat(file, readFileSync(file, 'utf8'), { simd: true });
  try {
    return await WebAssembly.compile(new Uint8Array(parsed.toBinary({}).buffer));
  } finally {
    parsed.destroy();
  }
}
