import { z } from 'zod';
import { fold } from '../../../src/names/fold.js';
import type { Reading } from '../../source.js';
import type { FactTold, IdTold } from '../../told.js';
import { unlike } from './rejected.js';
import { tidyName } from './tidy.js';
import { dateOf, distinct, links, named, plainOf, readingsOf, texts } from './values.js';
import type { Zips } from './zips.js';

const video = z.object({
  identifier: z.string(),
  label: z.string(),
  name: texts.optional(),
  datePublished: z.string().optional(),
  price: z.string().optional(),
  productID: z.string().optional(),
  gtin: z.string().optional(),
  isPartOf: links.optional(),
  publisher: z.string().optional(),
  'ma:publisher': z.string().optional(),
});
type Video = z.output<typeof video>;

const blank = z.object({ '@id': z.string().startsWith('_:') });

/** an202: discs and cassettes that were sold, with the work they show where it is among `works`. */
export async function* packages(zips: Zips, works: ReadonlyMap<string, string>): AsyncGenerator<Reading> {
  const makers = new Set<string>();
  for await (const { place, value } of zips.items('an202')) {
    if (blank.safeParse(value).success) continue;
    const row = video.safeParse(value);
    if (!row.success) {
      yield unlike(place, row.error, value);
      continue;
    }
    const names = publishersOf(row.data);
    for (const name of names.filter((each) => !makers.has(fold(each)))) {
      makers.add(fold(name));
      yield maker(name, place);
    }
    yield goods(row.data, place, names, works);
  }
}

const makerRef = (name: string): string => `maker/${fold(name)}`;

function maker(name: string, place: string): Reading {
  const ref = makerRef(name);
  return {
    place,
    told: { type: 'Organization', record: ref, ref, names: [named(name, 'OFFICIAL')], ids: [], facts: [], fields: {}, link: 'BY_NAME' },
  };
}

/** `[発売元]KADOKAWA ／ [販売元]…`: who only sells it did not make it. */
function publishersOf(row: Video): readonly string[] {
  const texts = (row.publisher ?? row['ma:publisher'] ?? '').split(/[\s　]*[／][\s　]*/u);
  const names = texts
    .filter((text) => !/^\[販売元?\]|[（(]販売[）)]$/u.test(text))
    .map((text) => tidyName(text.replace(/^\[[^\]]*\]/u, '').replace(/[（(](?:発売|販売|制作|製作)[^）)]*[）)]$/u, '')));
  return [...new Map(names.map((name) => [fold(name), name])).values()].filter((name) => name !== '' && !/[[\]]|不明/u.test(name));
}

function goods(row: Video, place: string, makers: readonly string[], works: ReadonlyMap<string, string>): Reading {
  const [price, released, code] = [
    priceOf(row.price),
    dateOf(row.datePublished),
    row.productID?.split(/[\s　]*[／][\s　]*/u)[0]?.replace(/\s*-+$/, ''),
  ];
  const facts: FactTold[] = [
    ...(row.isPartOf ?? []).flatMap((id) => works.get(id) ?? []).map((other) => ({ type: 'SHOWS' as const, other })),
    ...makers.map((name) => ({ type: 'MADE_BY' as const, other: makerRef(name) })),
  ];
  return {
    place,
    told: {
      type: 'Goods',
      record: `an202/${row.identifier}`,
      ref: `an202/${row.identifier}`,
      names: distinct([
        named(row.label, 'OFFICIAL'),
        ...plainOf(row.name).map((text) => named(text, 'ALIAS')),
        ...readingsOf(row.name).map((text) => named(text, 'READING', 'ja')),
      ]),
      ids: idsOf(row),
      facts,
      fields: { kind: 'DISC', ...(price && { price }), ...(code && { code }), ...(released && { released }) },
      link: 'BY_ID',
    },
  };
}

/** In yen. */
function priceOf(text: string | undefined): number | undefined {
  const amount = Number(/^[¥￥]?([\d,]+)円?/u.exec(text ?? '')?.[1]?.replaceAll(',', ''));
  return Number.isSafeInteger(amount) && amount > 0 ? amount : undefined;
}

function idsOf({ identifier, gtin }: Video): IdTold[] {
  return [{ site: 'MADB', value: identifier }, ...(/^\d{13}$/.test(gtin ?? '') && gtin ? [{ site: 'JAN' as const, value: gtin }] : [])];
}
