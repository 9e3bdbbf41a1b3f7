import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Meter } from '../../reading/reached.js';
import type { Reached } from '../../source.js';
import { type Line, readLines } from '../dumps/lines.js';

type Entity = 'artist' | 'work' | 'recording';

/** Where the entities of a type stand: as the dump is unpacked, or as a file of lines, each also gzipped. */
export const fileOf = (path: string, entity: Entity): string | undefined =>
  [join('mbdump', entity), entity, `${entity}.jsonl`]
    .flatMap((name) => [name, `${name}.gz`])
    .map((name) => join(path, name))
    .find((file) => existsSync(file));

/** A folder with the files of a dump. */
export class Dump {
  private readonly path: string;
  private readonly meter: Meter;

  /** `entities`: in the order in which they are read, as often as they are. */
  constructor(path: string, entities: readonly Entity[], reached: Reached) {
    this.path = path;
    this.meter = new Meter(
      entities.flatMap((entity) => fileOf(path, entity) ?? []),
      reached,
    );
  }

  /** The entities of a type, none where the folder has no file of them. */
  async *entities<Value>(entity: Entity, model: z.ZodType<Value>): AsyncIterable<Line<Value>> {
    const file = fileOf(this.path, entity);
    if (file) yield* readLines(file, model, this.meter.next(file));
  }
}
