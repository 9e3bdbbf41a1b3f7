import { z } from 'zod';
import { fold } from '../../../src/names/fold.js';
import type { Reading } from '../../source.js';
import type { FactTold } from '../../told.js';
import type { Artists } from './artists.js';
import { rejected, unlike } from './rejected.js';
import { tidyName } from './tidy.js';
import { dateOf, distinct, named, plainOf, readingsOf, type Texts, texts } from './values.js';
import type { Zips } from './zips.js';

const serialisation = z.object({
  identifier: z.string(),
  label: z.string(),
  name: texts.optional(),
  datePublished: z.string().optional(),
  creator: texts.optional(),
  originalWorkCreator: texts.optional(),
});
type Serialisation = z.output<typeof serialisation>;

/** What a magazine holds besides manga. */
const page = /^[[［【〔(（]|^(?:表紙|目次|口絵|グラビア|付録|ふろく|プレゼント|読者|編集後記|目安箱|懸賞)/u;

/** cm106: what ran in magazines. Those with an author and a title are works; the same title by the same author is the same. cm105 holds magazines. */
export async function* manga(zips: Zips, artists: Artists): AsyncGenerator<Reading> {
  for await (const { place, value } of zips.items('cm106')) {
    const row = serialisation.safeParse(value);
    if (!row.success) yield unlike(place, row.error, value);
    else yield* told(row.data, place, artists);
  }
}

function* told(row: Serialisation, place: string, artists: Artists): Generator<Reading> {
  const title = plainOf(row.name)[0] ?? row.label;
  const authors = peopleOf(row.creator);
  const [author] = authors;
  if (page.test(title)) return yield rejected(place, `a manga has a title, but ${title} is another page of a magazine.`, row);
  if (author === undefined) return yield rejected(place, `a manga has an author, but ${title} names none.`, row);
  const originators = peopleOf(row.originalWorkCreator);
  yield* artists.tell(authors, place, authors.length === 1 ? readingsOf(row.creator) : []);
  yield* artists.tell(originators, place);
  const start = dateOf(row.datePublished);
  yield {
    place,
    told: {
      type: 'Work',
      record: `cm106/${row.identifier}`,
      ref: `cm106/${fold(title).slice(0, 150)}/${fold(author).slice(0, 100)}`,
      names: distinct([named(title, 'OFFICIAL'), ...readingsOf(row.name).map((text) => named(text, 'READING', 'ja'))]),
      ids: [{ site: 'MADB', value: row.identifier }],
      facts: [...workedOn(authors, '漫画', artists), ...workedOn(originators, '原作', artists)],
      fields: { medium: 'MANGA', ...(start && { start }) },
      known: { artist: author },
    },
  };
}

function peopleOf(values: Texts | undefined): readonly string[] {
  const names = plainOf(values)
    .flatMap((text) => text.split(/[\s　]*[／/、][\s　]*/u))
    .map((text) => tidyName(text.replace(/[[［〔][^\]］〕]*[\]］〕]/gu, '')));
  return [...new Set(names)].filter((name) => name !== '' && fold(name).length < 100);
}

function workedOn(people: readonly string[], role: string, artists: Artists): FactTold[] {
  return [...new Set(people.map((name) => artists.refOf(name)))].map((other) => ({ type: 'WORKED_ON', other, identity: { role } }));
}
