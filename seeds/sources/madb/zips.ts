import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { openPromise } from 'yauzl';
import { z } from 'zod';
import { Meter } from '../../reading/reached.js';
import type { Reached } from '../../source.js';

/** One item of a class of MADB: `an210`, with the place where it stands. */
export interface GraphItem {
  readonly place: string;
  readonly value: unknown;
}

const element = z.object({ key: z.int(), value: z.looseObject({ '@id': z.string() }) });

export const ZIP = /^metadata_[a-z]+-[a-z]+_([a-z]{2}\d{3})_json\.zip$/;

/** A folder with a zip for each class. */
export class Zips {
  private readonly folder: string;
  private readonly files: readonly string[];
  private readonly meter: Meter;

  /** `classes`: in the order in which they are read, as often as they are. */
  constructor(folder: string, classes: readonly string[], reached: Reached) {
    this.folder = folder;
    this.files = readdirSync(folder);
    this.meter = new Meter(
      classes.flatMap((name) => this.zipOf(name) ?? []).map((zip) => join(folder, zip)),
      reached,
    );
  }

  /** The items of `@graph`, one after the other; none where the class has no zip in the folder. */
  async *items(name: string): AsyncGenerator<GraphItem> {
    const zip = this.zipOf(name);
    if (zip === undefined) return;
    const path = join(this.folder, zip);
    const reached = this.meter.next(path);
    for await (const { file, size } of jsonFiles(path)) {
      let read = 0;
      const items = file.pipe(pick.withParserAsStream({ filter: '@graph', streamValues: false })).pipe(streamArray.asStream());
      file.on('data', (bytes: Buffer) => {
        read += bytes.length;
        reached(read / size);
      });
      for await (const each of items) {
        const { key, value } = element.parse(each);
        yield { place: `${zip} @graph[${key}] ${value['@id'].replace(/^.*\//, '')}`, value };
      }
    }
  }

  private zipOf(name: string): string | undefined {
    return this.files.find((file) => ZIP.exec(file)?.[1] === name);
  }
}

/** A zip of the data set holds one. */
async function* jsonFiles(zip: string): AsyncGenerator<{ readonly file: Readable; readonly size: number }> {
  const opened = await openPromise(zip);
  try {
    for await (const entry of opened.eachEntry()) {
      if (entry.fileName.endsWith('.json')) yield { file: await opened.openReadStreamPromise(entry), size: entry.uncompressedSize };
    }
  } finally {
    opened.close();
  }
}
