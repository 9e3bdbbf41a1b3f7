import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { reasonsIn, rejection } from '../../reading/parsed.js';
import type { Reached, Reading } from '../../source.js';

/** One line's value in its checked form, or the row that can't be read. */
export type Line<Value> = { readonly place: string; readonly value: Value } | Extract<Reading, { rejected: unknown }>;

/** A file of one JSON value a line, also gzipped, also as one array with its brackets and commas. */
export async function* readLines<Value>(path: string, model: z.ZodType<Value>, reached: Reached): AsyncIterable<Line<Value>> {
  const { size } = statSync(path);
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  let number = 0;
  for await (const each of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    reached(file.bytesRead / size);
    const text = each.trim().replace(/,$/, '');
    if (text === '' || text === '[' || text === ']') continue;
    const place = `${basename(path)}:${number}`;
    const checked = model.safeParse(readJson(text));
    yield checked.success ? { place, value: checked.data } : { rejected: rejection(place, reasonsIn(checked.error), text) };
  }
}

/** No JSON is undefined, which no model takes. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
