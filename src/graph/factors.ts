import { z } from 'zod';
import { many, maybe, node, one, pageThrough, relationship } from './declare.js';
import { among } from './filter.js';
import { displayForms, names } from './names.js';
import { records } from './sourceRecords.js';
import { sourceOf, sourcesOf } from './sources.js';

/** What is said of a thing in the words of the taxonomy, by facet. */
export const factors = many('Expression', 'MATCH (@this)-[@that:EXPRESSES]->(@factor:Factor)', {
  order: [{ by: '@factor.facet' }, { by: `coalesce(@factor.subFacet, '')` }, { by: '@that.weight', descending: true }, { by: '@factor.original' }],
  key: '@factor.id',
  where: { type: 'Factor', on: '@factor' },
});

export const Factor = node(
  'Factor',
  {
    id: z.string(),
    ...displayForms,
    facet: z.string(),
    subFacet: z.string().nullable(),
    definition: z.string().nullable(),
    definitionJa: z.string().nullable(),
  },
  {
    names,
    records,
    broader: maybe('Factor', 'MATCH (@this)-[:BROADER]->(@that:Factor)'),
    narrower: many('Factor', 'MATCH (@this)<-[:BROADER]-(@that:Factor)', { order: [{ by: '@that.original' }] }),
    // It may be told of either of the two.
    opposites: many('Factor', 'MATCH (@this)-[:OPPOSITE_OF]-(@that:Factor) WITH DISTINCT @this, @that', { order: [{ by: '@that.original' }] }),
    related: many('Factor', 'MATCH (@this)-[@near:RELATED_TO]-(@that:Factor) WITH @this, @that, max(@near.strength) AS @strength', {
      row: { strength: [z.number(), '@strength'] },
      order: [{ by: '@strength', descending: true }, { by: '@that.original' }],
    }),
    works: pageThrough('Expression', 'work', 'MATCH (@this)<-[@that:EXPRESSES]-(@work:Work)', {
      order: [{ by: '@that.weight', descending: true }],
      key: '@work.id',
      where: { type: 'Work', on: '@work' },
    }),
    songs: pageThrough('Expression', 'song', 'MATCH (@this)<-[@that:EXPRESSES]-(@song:Song)', {
      order: [{ by: '@that.weight', descending: true }],
      key: '@song.id',
      where: { type: 'Song', on: '@song' },
    }),
    artists: pageThrough('Expression', 'artist', 'MATCH (@this)<-[@that:EXPRESSES]-(@artist:Artist)', {
      order: [{ by: '@that.weight', descending: true }],
      key: '@artist.id',
      where: { type: 'Artist', on: '@artist' },
    }),
  },
  {
    id: among('@this.id'),
    facet: among('@this.facet'),
    subFacet: among('@this.subFacet'),
    term: among('@this.original'),
  },
);

/** That a term is true of a thing, and how much. */
export const Expression = relationship(
  'EXPRESSES',
  { weight: z.number(), confidence: z.number().nullable(), source: z.string() },
  {
    factor: one('Factor', 'MATCH ()-[@this]->(@that:Factor)'),
    work: one('Work', 'MATCH (@that:Work)-[@this]->()'),
    song: one('Song', 'MATCH (@that:Song)-[@this]->()'),
    artist: one('Artist', 'MATCH (@that:Artist)-[@this]->()'),
    source: one('Source', sourceOf),
    sources: sourcesOf,
  },
);
