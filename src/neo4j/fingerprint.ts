import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** A short name for the content of files: what is made of them under this name is made anew when they change. */
export async function fingerprint(...files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}
