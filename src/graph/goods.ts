import { z } from 'zod';
import { many, maybe, node } from './declare.js';
import { externalIds } from './externalIds.js';
import { byName, displayForms, names } from './names.js';
import { records } from './sourceRecords.js';
import { provenance } from './sources.js';
import { GOODS_KINDS } from './vocabulary.js';

export const Goods = node(
  'Goods',
  {
    id: z.string(),
    ...displayForms,
    kind: z.enum(GOODS_KINDS),
    price: z.int().nullable(),
    code: z.string().nullable(),
    released: z.string().nullable(),
  },
  {
    names,
    externalIds,
    provenance,
    records,
    characters: many('Character', 'MATCH (@this)-[:SHOWS]->(@that:Character)', { order: [{ by: byName('@that') }] }),
    works: many('Work', 'MATCH (@this)-[:SHOWS]->(@that:Work)', { order: [{ by: byName('@that') }] }),
    maker: maybe('Organization', 'MATCH (@this)-[:MADE_BY]->(@that:Organization)'),
  },
);
