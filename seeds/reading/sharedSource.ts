import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SourceTold } from '../source.js';

const model = z.object({
  origin: z.url(),
  commit: z.string().regex(/^([0-9a-f]{40}) \((\d{4}-\d\d-\d\d)\)$/),
});

/** What the SOURCE.txt beside a shared data set says of where it comes from: `origin: …` and `commit: <sha> (<day>)`. */
export function sharedSource(path: string, told: Pick<SourceTold, 'key' | 'title' | 'licence'>): SourceTold {
  const file = join(path, 'SOURCE.txt');
  if (!existsSync(file))
    throw new Error(`${told.key} is read from a folder with a SOURCE.txt, but ${path} has none; give the folder of the data set.`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const { origin, commit } = model.parse(
    Object.fromEntries(lines.map((line) => /^(\w+): (.+)$/.exec(line)?.slice(1, 3) ?? []).filter(([key]) => key !== undefined)),
  );
  const [version, day] = commit.split(' ');
  return { ...told, url: origin, version, date: day?.replace(/[()]/g, '') };
}
