import { z } from 'zod';
import type { Reading } from '../../source.js';
import type { IdTold, Told } from '../../told.js';
import { unlike } from './rejected.js';
import { dateOf, distinct, named, plainOf, readingsOf, texts } from './values.js';
import type { Zips } from './zips.js';

const agent = z.object({
  identifier: z.string(),
  label: z.string(),
  name: texts.optional(),
  additionalGenre: z.enum(['個人', '団体']),
  birthDate: z.string().optional(),
  startDate: z.string().optional(),
  wikidata: z.string().optional(),
});
type Agent = z.output<typeof agent>;

/** co504: persons, groups, companies and publishers. co505, beside it, holds festivals: they are none of our things. */
export async function* persons(zips: Zips): AsyncGenerator<Reading> {
  for await (const { place, value } of zips.items('co504')) {
    const row = agent.safeParse(value);
    yield row.success ? { place, told: toldOf(row.data) } : unlike(place, row.error, value);
  }
}

const group = /(?:合唱団|合唱隊|楽団|オーケストラ|バンド|少年隊|コーラス|アンサンブル)$/u;
const publisher = /出版|書房|書店|書院|書林|新聞社|文庫|パブリッシング|(?<!会)社$/u;

function toldOf(row: Agent): Told {
  const common = {
    record: `co504/${row.identifier}`,
    ref: `co504/${row.identifier}`,
    names: distinct([
      ...(row.name && plainOf(row.name).length > 0 ? plainOf(row.name) : [row.label]).map((text) => named(text, 'OFFICIAL')),
      ...readingsOf(row.name).map((text) => named(text, 'READING', 'ja')),
    ]),
    ids: idsOf(row),
    facts: [],
    link: 'BY_NAME' as const,
  };
  if (row.additionalGenre === '個人') {
    const born = dateOf(row.birthDate);
    return { ...common, type: 'Artist', fields: { kind: 'PERSON', ...(born && { born }) } };
  }
  if (group.test(row.label)) return { ...common, type: 'Artist', fields: { kind: 'GROUP' } };
  return { ...common, type: 'Organization', fields: { kind: publisher.test(row.label) ? 'PUBLISHER' : 'COMPANY' } };
}

function idsOf({ identifier, wikidata }: Agent): IdTold[] {
  const entity = /Q\d+$/.exec(wikidata ?? '')?.[0];
  return [{ site: 'MADB', value: identifier }, ...(entity ? [{ site: 'WIKIDATA' as const, value: entity }] : [])];
}
