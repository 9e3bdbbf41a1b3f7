import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { openPromise } from 'yauzl';
import { z } from 'zod';

/** One item of a class of MADB: `an210`, with the place where it stands. */
export interface GraphItem {
  readonly place: string;
  readonly value: unknown;
}

const element = z.object({ key: z.int(), value: z.looseObject({ '@id': z.string() }) });

export const ZIP = /^metadata_[a-z]+-[a-z]+_([a-z]{2}\d{3})_json\.zip$/;

/** The items of `@graph`, one after the other; none where the class has no zip in the folder. */
export async function* graphItems(folder: string, name: string): AsyncGenerator<GraphItem> {
  const zip = readdirSync(folder).find((file) => ZIP.exec(file)?.[1] === name);
  if (zip === undefined) return;
  for await (const file of jsonFiles(join(folder, zip))) {
    for await (const each of file.pipe(pick.withParserAsStream({ filter: '@graph', streamValues: false })).pipe(streamArray.asStream())) {
      const { key, value } = element.parse(each);
      yield { place: `${zip} @graph[${key}] ${value['@id'].replace(/^.*\//, '')}`, value };
    }
  }
}

async function* jsonFiles(zip: string): AsyncGenerator<Readable> {
  const opened = await openPromise(zip);
  try {
    for await (const entry of opened.eachEntry()) {
      if (entry.fileName.endsWith('.json')) yield await opened.openReadStreamPromise(entry);
    }
  } finally {
    opened.close();
  }
}
