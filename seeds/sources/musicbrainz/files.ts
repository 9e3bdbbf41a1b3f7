import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Line, readLines } from '../dumps/lines.js';

type Entity = 'artist' | 'work' | 'recording';

/** Where the entities of a type stand: as the dump is unpacked, or as a file of lines, each also gzipped. */
export const fileOf = (path: string, entity: Entity): string | undefined =>
  [join('mbdump', entity), entity, `${entity}.jsonl`]
    .flatMap((name) => [name, `${name}.gz`])
    .map((name) => join(path, name))
    .find((file) => existsSync(file));

/** The entities of a type, none where the folder has no file of them. */
export async function* entitiesOf<Value>(path: string, entity: Entity, model: z.ZodType<Value>): AsyncIterable<Line<Value>> {
  const file = fileOf(path, entity);
  if (file) yield* readLines(file, model);
}
