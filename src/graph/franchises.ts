import { z } from 'zod';
import { node, one, pageThrough, relationship } from './declare.js';
import { externalIds } from './externalIds.js';
import { displayForms, names } from './names.js';
import { records } from './sourceRecords.js';
import { provenance, sourceOf, sourcesOf } from './sources.js';

export const Franchise = node(
  'Franchise',
  { id: z.string(), ...displayForms },
  {
    names,
    externalIds,
    provenance,
    records,
    parts: pageThrough('Part', 'work', 'MATCH (@this)<-[@that:PART_OF]-(@work:Work)', {
      order: [{ by: '@that.order' }],
      key: '@work.id',
      where: { type: 'Work', on: '@work' },
    }),
  },
);

/** A work's place in a franchise. */
export const Part = relationship(
  'PART_OF',
  { order: z.int(), storyOrder: z.int().nullable(), source: z.string() },
  {
    work: one('Work', 'MATCH (@that:Work)-[@this]->()'),
    franchise: one('Franchise', 'MATCH ()-[@this]->(@that:Franchise)'),
    source: one('Source', sourceOf),
    sources: sourcesOf,
  },
);
