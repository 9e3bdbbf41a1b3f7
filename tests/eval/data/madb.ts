import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { sharedFile } from './shared.js';

export const madbFolder = 'data/madb';

const reading = z.object({ '@language': z.string(), '@value': z.string() });
const name = z.union([z.string(), reading]);
const model = z.object({
  '@graph': z.array(
    z.object({ '@type': z.string().optional(), name: z.union([name, z.array(name)]).optional(), datePublished: z.string().optional() }),
  ),
});

/** A title with its reading, and the year it came out in. */
export interface ReadTitle {
  readonly title: string;
  readonly kana: string;
  readonly year: number | undefined;
}

/** Films (an210) and video series (an209) of the Media Arts Database that have one title and one reading. */
export const madbReadings = (): readonly ReadTitle[] =>
  ['an210', 'an209'].flatMap((set) => readingsIn(`${madbFolder}/metadata_an-col_${set}_json.zip`));

function readingsIn(file: string): readonly ReadTitle[] {
  const texts = Object.values(unzipSync(readFileSync(sharedFile(file)))).map((bytes) => strFromU8(bytes));
  return texts.flatMap((text) =>
    model.parse(JSON.parse(text))['@graph'].flatMap(({ name: names = [], datePublished }) => titleOf(names, datePublished)),
  );
}

function titleOf(told: z.output<typeof name> | readonly z.output<typeof name>[], published: string | undefined): readonly ReadTitle[] {
  const names = [told].flat();
  const [title, ...further] = names.filter((each) => typeof each === 'string');
  const kana = names.find((each) => typeof each !== 'string' && each['@language'] === 'ja-hrkt');
  return title && typeof kana === 'object' && further.length === 0
    ? [{ title, kana: kana['@value'], year: published ? Number(published.slice(0, 4)) : undefined }]
    : [];
}
