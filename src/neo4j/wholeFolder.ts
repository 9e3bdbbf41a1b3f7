import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const hour = 3_600_000;

/** Fills a folder beside its place and moves it there when `fill` is done: a folder that exists is whole, whenever we were killed. */
export async function wholeFolder(folder: string, fill: (partial: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(folder);
  const partial = await mkdtemp(partialOf(folder));
  try {
    await fill(partial);
    await moveUnlessThere(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function partialOf(folder: string): string {
  return `${folder}.partial-`;
}

/** Another process may have been faster; what it made is as good. */
async function moveUnlessThere(partial: string, folder: string): Promise<void> {
  await rename(partial, folder).catch((error: unknown) => {
    if (!existsSync(folder)) throw error;
  });
}

/** What a killed process left behind. A younger one may still be at work. */
async function removeAbandoned(folder: string): Promise<void> {
  const parent = dirname(folder);
  const partials = (await readdir(parent)).filter((name) => name.startsWith(partialOf(basename(folder))));
  for (const path of partials.map((name) => join(parent, name))) {
    if ((await stat(path)).mtimeMs < Date.now() - hour) await rm(path, { recursive: true, force: true });
  }
}
