import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

const shared = new URL('../../../../shared/', import.meta.url);

/** A file of what lies beside every checkout. */
export const sharedFile = (path: string) => fileURLToPath(new URL(path, shared));

/** Whether a folder of ../shared is there; a stranger may have none of them. */
export const isThere = (folder: string) => existsSync(new URL(folder, shared));

export function readJson<Model extends z.ZodType>(path: string, model: Model): z.output<Model> {
  return model.parse(JSON.parse(readFileSync(sharedFile(path), 'utf8')));
}

export function readLines(path: string): readonly string[] {
  return readFileSync(sharedFile(path), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
