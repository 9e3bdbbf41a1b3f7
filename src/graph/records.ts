import type { z } from 'zod';
import { Artist, Influence, Membership } from './artists.js';
import { Campaign } from './campaigns.js';
import { Appearance, Character, Voicing } from './characters.js';
import type { Edge, RecordType, RowFields, Take } from './declare.js';
import { Duplicate } from './duplicates.js';
import { Edit } from './edits.js';
import { ExternalId } from './externalIds.js';
import { Expression, Factor } from './factors.js';
import { findEdges } from './find.js';
import { Franchise, Part } from './franchises.js';
import { Goods } from './goods.js';
import { Name } from './names.js';
import { Organization } from './organizations.js';
import { Query } from './query.js';
import { Credit, Ranking, Song } from './songs.js';
import { SourceRecord } from './sourceRecords.js';
import { Source } from './sources.js';
import { TieUp } from './tieUps.js';
import { Work } from './works.js';

/** Every type of record there is. */
const records = {
  Query,
  Work,
  Song,
  Artist,
  TieUp,
  Character,
  Goods,
  Organization,
  Campaign,
  Franchise,
  Factor,
  Source,
  Name,
  ExternalId,
  Credit,
  Ranking,
  Membership,
  Influence,
  Appearance,
  Voicing,
  Part,
  Expression,
  Duplicate,
  Edit,
  SourceRecord,
};

type Records = typeof records;
export type TypeName = keyof Records;
export type EdgesOf<Type extends TypeName> = Records[Type]['edges'];

export const typeNames = Object.keys(records) as readonly TypeName[];

/** A record of this type as it is handed out. */
export type RecordOf<Type extends TypeName> = Type extends TypeName ? z.output<Records[Type]['model']> & { readonly __typename: Type } : never;

/** A row of a list: the record it leads to, with what else it says. */
export type Row<E> =
  E extends Edge<infer To extends TypeName, Take, infer Fields> ? Said<Fields> & { readonly node: RecordOf<To>; readonly cursor: string } : never;

type Said<Fields extends RowFields> = { readonly [Field in keyof Fields]: z.output<Fields[Field][0]> };

export function typeNamed(type: string): RecordType {
  const found: RecordType | undefined = (records as Readonly<Record<string, RecordType>>)[type];
  if (!found) throw new Error(`No record type ${type} is declared.`);
  return found;
}

const finds = findEdges(Object.fromEntries(typeNames.filter((type) => type !== 'Query').map((type) => [type, records[type].find])));

export function edgeNamed(type: string, name: string): Edge {
  const edge = typeNamed(type).edges[name] ?? (type === 'Query' ? finds[name] : undefined);
  if (!edge) throw new Error(`No edge ${name} is declared for ${type}.`);
  return edge;
}
